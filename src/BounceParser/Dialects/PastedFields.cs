using BounceParser.Catalogue;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Reads fields of a delivery status (RFC 3464) that stand in the text itself, in whatever order.</summary>
internal static class PastedFields
{
    public static List<RecipientEvidence> Read(TextLines report, ReportSentences sentences)
    {
        var recipients = new List<RecipientEvidence>();
        if (!Fragment.Holds(sentences.Folded, "final-recipient:")) return recipients;
        for (var line = 0; line < report.Count;)
        {
            var after = report.ParagraphEnd(line);
            if (after > line && Group(report, line, after) is { FinalRecipient: not null } recipient) recipients.Add(recipient);
            line = after + 1;
        }

        return recipients;
    }

    private static RecipientEvidence Group(TextLines report, int first, int after)
    {
        var recipient = new RecipientEvidence();
        for (var line = first; line < after; line++)
        {
            var words = report.Trimmed(line);
            var colon = words.IndexOf(':');
            if (colon <= 0) continue;
            var end = line + 1;
            while (end < after && report.IsIndented(end) && !report.IsIndented(line)) end++;
            recipient = With(recipient, words[..colon], words[(colon + 1)..].Trim().ToString() + (end > line + 1 ? "\n" + report.Join(line + 1, end) : ""));
            line = end - 1;
        }

        return recipient;
    }

    private static RecipientEvidence With(RecipientEvidence recipient, ReadOnlySpan<char> field, string value) => FoldedText.Closed(field) switch
    {
        "final-recipient" => recipient with { FinalRecipient = Untyped(value) },
        "original-recipient" => recipient with { OriginalRecipient = Untyped(value) },
        "status" => recipient with { Status = EnhancedStatusCode.Parse(value.Split(' ', 2)[0]) },
        "action" => recipient with { Action = MemberName.TryRead<DsnAction>(value.Split(' ', 2)[0], ignoreCase: true, out var action) ? action : recipient.Action },
        "remote-mta" => recipient with { RemoteMta = value[(value.IndexOf(';') + 1)..].Trim() },
        "diagnostic-code" => recipient with { DiagnosticText = value },
        _ => recipient,
    };

    private static string? Untyped(string value)
    {
        var address = AddressLine.Bare(value.AsSpan()[(value.IndexOf(';') + 1)..]);
        return address.Length == 0 ? null : address;
    }
}
