using System.Buffers;

namespace BounceParser.Classification.Facts;

/// <summary>The page to look up or to ask for delisting at: the first one that the text names.</summary>
internal static class UrlFact
{
    private const int Longest = 2_000;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\n\r\"<>");

    public static DiagnosisFacts Read(in FactText whole, DiagnosisFacts facts)
    {
        var text = whole.Written;
        var start = Start(whole.Lower);
        if (start < 0) return facts;
        var length = text[start..].IndexOfAny(Ends);
        var url = Trimmed(length < 0 ? text[start..] : text.Slice(start, length));
        return url.Length is > 8 and <= Longest ? facts with { Url = url.ToString() } : facts;
    }

    private static int Start(ReadOnlySpan<char> text)
    {
        if (text.IndexOf("://") is > 0 and var scheme)
        {
            var start = scheme;
            while (start > 0 && char.IsAsciiLetter(text[start - 1])) start--;
            if (text[start..scheme].EndsWith("http")) return scheme - 4;
            if (text[start..scheme].EndsWith("https")) return scheme - 5;
        }

        var www = text.IndexOf("www.");
        return www > 0 && !char.IsLetterOrDigit(text[www - 1]) && text[www - 1] is not ('@' or '.') ? www : -1;
    }

    // The full stop, or the bracket that was opened before the page, is the sentence's.
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> url)
    {
        for (var closed = true; closed;)
        {
            url = url.TrimEnd(".,;:!?'*");
            closed = (url.EndsWith(')') && url.Count(')') > url.Count('(')) || (url.EndsWith(']') && url.Count(']') > url.Count('[')) || url.EndsWith('}');
            if (closed) url = url[..^1];
        }

        return url;
    }
}
