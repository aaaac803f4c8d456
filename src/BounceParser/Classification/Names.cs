using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Blanks what is a name and no word: addresses, hosts, IPs, URLs, queue ids. Then <c>blocked@example.net</c> decides nothing.</summary>
/// <remarks>Status codes, sizes and providers' codes stay. One pass; the length is kept.</remarks>
internal static class Names
{
    private const int LongestAngle = 320;
    private const int ShortestQueueId = 10;

    // Suffixes that make a name of two plain labels a host. Those that are also English words are left out: "by that name.No".
    private static readonly HashSet<string> Suffixes = new(
        ("com net org edu gov mil int info biz name pro mobi eu fr de uk jp ru it es ca nl io co us be ch pl cz au br cn kr se dk fi pt at ie gr hu ro bg tr ua by il za mx ar cl pe tw hk sg nz lu li sk si hr rs lt lv ee tv cc "
         + "example test invalid local localdomain localhost lan internal arpa online site shop club app dev cloud email").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Suffixes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> Telling = SearchValues.Create(".@:/<0123456789");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \"'()[]{},;|<>");
    private static readonly SearchValues<char> UrlEnds = SearchValues.Create(" \"<>");
    private static readonly SearchValues<char> Closing = SearchValues.Create(".:!?*-");

    /// <summary>Blanks the names of a folded text in place.</summary>
    public static void Blank(Span<char> folded)
    {
        for (var at = 0; at < folded.Length;)
        {
            var hit = folded[at..].IndexOfAny(Telling);
            if (hit < 0) return;
            hit += at;
            at = folded[hit] == '<' ? BlankAngle(folded, hit) : CodeEnd(folded, hit) is > 0 and var end ? end : BlankAround(folded, hit, at);
        }
    }

    // "<fred>" names a user, whatever the word.
    private static int BlankAngle(Span<char> folded, int open)
    {
        var inside = folded[(open + 1)..];
        var end = inside.IndexOfAny(UrlEnds);
        if (end is < 1 or > LongestAngle || inside[end] != '>') return open + 1;
        inside[..end].Fill(FoldedText.Blank);
        return open + end + 2;
    }

    // Where digits and dots between two spaces end, too few for an IP; 0 for anything else. Most refusals start with two of these.
    private static int CodeEnd(ReadOnlySpan<char> folded, int start)
    {
        if (start > 0 && folded[start - 1] != ' ') return 0;
        var end = start;
        while (end < folded.Length && (char.IsAsciiDigit(folded[end]) || folded[end] == '.')) end++;
        return end - start < NameMarks.ShortestOfNumbers && end < folded.Length && folded[end] == ' ' ? end : 0;
    }

    private static int BlankAround(Span<char> folded, int hit, int from)
    {
        var start = from + folded[from..hit].LastIndexOfAny(Ends) + 1;
        var rest = folded[start..];
        var length = End(rest, Ends);
        var run = rest[..(rest[..length].LastIndexOfAnyExcept(Closing) + 1)];
        var marks = NameMarks.Of(run);
        if (NameMarks.MayBeUrl(marks) && run.IndexOf("://") is >= 0 and var scheme)
        {
            rest = rest[..End(rest, UrlEnds)];
            rest[Letters(rest, scheme)..].Fill(FoldedText.Blank);
            return start + rest.Length;
        }

        if (NameMarks.MayBeName(marks, run.Length)) BlankRun(run);
        return Math.Max(start + length, hit + 1);
    }

    private static int End(ReadOnlySpan<char> text, SearchValues<char> ends) => text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;

    // Where the scheme's letters start: "see:https://".
    private static int Letters(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && char.IsAsciiLetter(text[end - 1])) end--;
        return end;
    }

    private static void BlankRun(Span<char> run)
    {
        if (run.IndexOf('@') is > 0 and var sign && sign < run.Length - 1)
        {
            Address(run, sign).Fill(FoldedText.Blank);
            return;
        }

        if (IsIpv6(run))
        {
            run.Fill(FoldedText.BlankIp);
            return;
        }

        while (run.Length > 0)
        {
            var cut = run.IndexOfAny(':', '=');
            BlankName(cut < 0 ? run : run[..cut]);
            run = cut < 0 ? [] : run[(cut + 1)..];
        }
    }

    // In scripts that part no words an address of ASCII ends where the words go on: "用户a@b.example不存在".
    private static Span<char> Address(Span<char> run, int sign)
    {
        var start = run[..sign].LastIndexOf(':') + 1;
        var (first, last) = (sign, sign + 1);
        while (first > start && !FoldedText.IsUnspaced(run[first - 1])) first--;
        while (last < run.Length && !FoldedText.IsUnspaced(run[last])) last++;
        // "a@b.example...User unknown", of sendmail and its kin.
        if (run[sign..last].IndexOf("..") is > 1 and var dots) last = sign + dots;
        return first < sign && last > sign + 1 ? run[first..last] : run[start..];
    }

    private static void BlankName(Span<char> name)
    {
        // "...User unknown", of sendmail and its kin.
        name = name.TrimStart('.');
        var slash = name.IndexOf('/');
        var host = (slash < 0 ? name : name[..slash]).TrimEnd('.');
        if (IsIpv4(host)) name.Fill(FoldedText.BlankIp);
        else if (IsHostAmongWords(host) || IsQueueId(name)) name.Fill(FoldedText.Blank);
    }

    // Most names end with a letter.
    private static bool IsIpv4(ReadOnlySpan<char> name) => name is [.., >= '0' and <= '9'] && name.IndexOfAnyExcept("0123456789.") < 0 && name.Count('.') == 3 && name.IndexOf("..") < 0;

    // Where a space was forgotten two words look like a name: "full.Please".
    private static bool IsHostAmongWords(ReadOnlySpan<char> name)
    {
        var last = name.LastIndexOf('.');
        if (last < 1 || name.IndexOf("..") >= 0) return false;
        var suffix = name[(last + 1)..];
        int dots = 0, digits = 0, hyphens = 0;
        foreach (var unit in name)
        {
            if (unit == '.') dots++;
            else if (char.IsAsciiDigit(unit)) digits++;
            else if (unit is '-' or '_') hyphens++;
            else if (!char.IsLetter(unit)) return false;
        }

        if (digits + dots == name.Length) return false;
        if (suffix.Length is < 2 or > 24 || suffix.ContainsAnyInRange('0', '9') || suffix.ContainsAny('-', '_')) return suffix.StartsWith("xn--");
        return dots > 1 || digits + hyphens > 0 || Known.Contains(suffix);
    }

    private static bool IsIpv6(ReadOnlySpan<char> run)
    {
        if (run.StartsWith("ipv6:")) run = run[5..];
        // Of eight groups, the last two perhaps as of IPv4, or with some left out: "10:41:18" is a time.
        return (run.Count(':') >= 6 || run.IndexOf("::") >= 0) && run.ContainsAnyInRange('0', '9') && run.IndexOfAnyExcept("0123456789abcdef:./%") < 0;
    }

    // Letters and digits that alternate: "4vxy1a2b3c", "1rk2ab-000abc-0x"; not "lpn007_510", "201806281" or "autoreply1".
    private static bool IsQueueId(ReadOnlySpan<char> name)
    {
        if (name.Length < ShortestQueueId) return false;
        int turns = 0, before = 0;
        foreach (var unit in name)
        {
            if (unit == '-') continue;
            var kind = char.IsAsciiDigit(unit) ? 1 : char.IsAsciiLetter(unit) ? 2 : 0;
            if (kind == 0) return false;
            if (before != 0 && kind != before) turns++;
            before = kind;
        }

        return turns > 2;
    }
}
