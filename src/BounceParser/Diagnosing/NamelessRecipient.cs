using BounceParser.Classification;
using BounceParser.Evidence;
using BounceParser.Smtp;

namespace BounceParser.Diagnosing;

/// <summary>Whom a log line or a pasted text is about, where no reader found him.</summary>
internal static class NamelessRecipient
{
    /// <summary>The address that the words name; null when they name nobody, or may name another.</summary>
    public static string? Named(RecipientEvidence said, in Refusal refusal, string comment, in Ruling ruling, string? sender)
    {
        // A log line labels its recipient, and one reply speaks of nobody else; of several lines some may be headers of the returned mail.
        if (!IsOneReply(said.DiagnosticText) || said.Comment.Contains('\n'))
            return LabelledRecipient.HasHeaders(said.DiagnosticText) ? null : RepliedRecipient.Of(said.DiagnosticText, ruling.Reason, refusal.Stage, ruling.Facts, sender);
        return LabelledRecipient.Of(comment, sender) ?? LabelledRecipient.Of(refusal.Text, sender)
            ?? RepliedRecipient.Of(refusal.Text, ruling.Reason, refusal.Stage, ruling.Facts, sender) ?? RepliedRecipient.Of(comment, ruling.Reason, refusal.Stage, ruling.Facts, sender);
    }

    // One line, or lines that all begin with a code.
    private static bool IsOneReply(string text)
    {
        if (!text.Contains('\n')) return true;
        foreach (var line in text.AsSpan().EnumerateLines())
            if (ReplyScanner.At(line.TrimStart(), 0) is null) return false;
        return true;
    }
}
