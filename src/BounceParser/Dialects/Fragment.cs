using BounceParser.Evidence;

namespace BounceParser.Dialects;

/// <summary>What every dialect does with a text that was cut out of a bounce.</summary>
internal static class Fragment
{
    /// <summary>The whole text as the words about one recipient whom it does not name; nothing for the text of a whole message, which would name somebody.</summary>
    public static IReadOnlyList<RecipientEvidence> Whole(BounceText text, TextLines report)
    {
        if (text.Header is not null) return [];
        var words = report.Join(0, report.Count);
        return words.Length == 0 ? [] : [new RecipientEvidence { DiagnosticText = words }];
    }

    /// <summary>True when any of the phrases stands in the words, in any case.</summary>
    public static bool Says(ReadOnlySpan<char> words, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>True when the words begin with any of the phrases, in any case.</summary>
    public static bool StartsWith(ReadOnlySpan<char> words, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (words.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The host name that follows the words, without the dot of the sentence; null when the text does not have them.</summary>
    public static string? HostAfter(ReadOnlySpan<char> text, string words)
    {
        var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = text[(at + words.Length)..].TrimStart();
        var end = rest.IndexOfAny(" \t\n,;<>()");
        var host = (end < 0 ? rest : rest[..end]).TrimEnd(".:!\"'").TrimStart("\"'");
        return host.IsEmpty || host.Length > 255 ? null : host.ToString();
    }
}
