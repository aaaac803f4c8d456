using System.Buffers;

namespace BounceParser.Text;

/// <summary>Host names in a text, as strictly as their place demands: anything may be a word of a sentence, what follows "talking to" is a host.</summary>
internal static class HostName
{
    private const int Longest = 253;

    private static readonly SearchValues<char> NotInName = SearchValues.Create(" \t\n\r\"'()[]{}<>,;:/@=|\\!?*");

    /// <summary>True for a name with a dot whose last label is no number.</summary>
    public static bool Is(ReadOnlySpan<char> name)
    {
        var last = name.LastIndexOf('.');
        if (last < 1 || name.Length > Longest || name.Length - last < 3 || name[0] is '.' or '-') return false;
        if (!name.Contains("..", StringComparison.Ordinal) && char.IsLetter(name[last + 1]))
        {
            foreach (var unit in name)
                if (!char.IsLetterOrDigit(unit) && unit is not ('.' or '-' or '_')) return false;
            return true;
        }

        return false;
    }

    /// <summary>Strictly, where words may follow as well: such a name at their start, after quotes and brackets; empty when there is none.</summary>
    public static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> words)
    {
        words = words.TrimStart(" \t\n\"'([<:=");
        var end = words.IndexOfAny(NotInName);
        var host = (end < 0 ? words : words[..end]).TrimEnd('.');
        return Is(host) && !(end >= 0 && words[end] == '@') ? host : default;
    }

    /// <summary>Where a program names whom it spoke to: a name with a dot or before <c>[</c>, or an IP address, in brackets too; null when there is none.</summary>
    public static string? NameOrAddressAt(ReadOnlySpan<char> words)
    {
        words = words.TrimStart(" \t\n'\"");
        if (words.StartsWith('[') && words.IndexOf(']') is > 2 and < 50 and var close) return NameOrAddressAt(words[1..close]);
        var length = 0;
        while (length < words.Length && length < 256 && (char.IsAsciiLetterOrDigit(words[length]) || words[length] is '.' or '-' or '_' || (words[length] == ':' && IsInAddress(words, length)))) length++;
        var name = words[..length].TrimEnd(".:-");
        var isHost = name.Length > 2 && char.IsAsciiLetterOrDigit(name[0]) && (name.ContainsAny('.', ':') || (length < words.Length && words[length] == '['));
        return isHost && !(length < words.Length && words[length] == '@') ? name.ToString() : null;
    }

    /// <summary>Where nothing but a host stands: whatever the words begin with, <c>localhost</c> too, without the dot of the sentence; null when they are empty.</summary>
    public static string? WordAt(ReadOnlySpan<char> words)
    {
        words = words.TrimStart();
        var end = words.IndexOfAny(" \t\n,;<>()");
        var host = (end < 0 ? words : words[..end]).TrimEnd(".:!\"'").TrimStart("\"'");
        return host.IsEmpty || host.Length > 255 ? null : host.ToString();
    }

    /// <summary>The word behind an introduction, in any case; null when the text does not have it.</summary>
    public static string? After(ReadOnlySpan<char> text, string introduction)
    {
        var at = Caseless.IndexOf(text, introduction);
        return at < 0 ? null : WordAt(text[(at + introduction.Length)..]);
    }

    /// <summary>The same for an introduction that is looked for in the folded text, of the same length.</summary>
    public static string? After(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, string introduction)
    {
        var at = folded.IndexOf(introduction);
        return at < 0 ? null : WordAt(text[(at + introduction.Length)..]);
    }

    // IPv6 only: a colon between two groups of hexadecimal digits.
    private static bool IsInAddress(ReadOnlySpan<char> words, int colon) =>
        !words[..colon].Contains('.') && colon + 1 < words.Length && (char.IsAsciiHexDigit(words[colon + 1]) || words[colon + 1] == ':') && !words[..colon].ContainsAnyInRange('g', 'z');
}
