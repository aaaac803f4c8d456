using System.Buffers;

namespace BounceParser.Text;

/// <summary>Hosts and addresses as they stand in a sentence.</summary>
internal static class NameToken
{
    private const int LongestHost = 253;
    private const int LongestAddress = 320;

    private static readonly SearchValues<char> NotInHost = SearchValues.Create(" \t\n\r\"'()[]{}<>,;:/@=|\\!?*");
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\n\r\"()[]{}<>,;:|\\");

    /// <summary>The host at the start of these words, after quotes and brackets; empty when there is none.</summary>
    public static ReadOnlySpan<char> HostAt(ReadOnlySpan<char> words)
    {
        words = words.TrimStart(" \t\n\"'([<:=");
        var end = words.IndexOfAny(NotInHost);
        var host = (end < 0 ? words : words[..end]).TrimEnd('.');
        return IsHost(host) && !(end >= 0 && words[end] == '@') ? host : default;
    }

    /// <summary>A name with a dot whose last label is no number.</summary>
    public static bool IsHost(ReadOnlySpan<char> name)
    {
        var last = name.LastIndexOf('.');
        if (last < 1 || name.Length > LongestHost || name.Length - last < 3 || name[0] is '.' or '-') return false;
        if (!name.Contains("..", StringComparison.Ordinal) && char.IsLetter(name[last + 1]))
        {
            foreach (var unit in name)
                if (!char.IsLetterOrDigit(unit) && unit is not ('.' or '-' or '_')) return false;
            return true;
        }

        return false;
    }

    /// <summary>The address around the first <c>@</c>; empty when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the address starts.</param>
    /// <param name="end">Where to look on.</param>
    public static ReadOnlySpan<char> FirstAddress(ReadOnlySpan<char> text, out int start, out int end)
    {
        (start, end) = (0, 0);
        while (text[end..].IndexOf('@') is >= 0 and var found)
        {
            var sign = end + found;
            start = text[end..sign].LastIndexOfAny(AddressEnds) + 1 + end;
            var length = text[sign..].IndexOfAny(AddressEnds);
            end = length < 0 ? text.Length : sign + length;
            // "a@b.example...User unknown"
            if (text[sign..end].IndexOf("..") is > 1 and var dots) end = sign + dots;
            // "smtp.mailfrom=anna@origin.example"
            if (text[start..sign].LastIndexOf("from=") is >= 0 and var label) start += label + 5;
            while (start < sign && text[start] is '\'' or '=' or '.') start++;
            var address = text[start..end].TrimEnd(".!?'");
            if (sign > start && address.Length is > 2 and <= LongestAddress && IsHost(address[(sign - start + 1)..])) return address;
        }

        return default;
    }
}
