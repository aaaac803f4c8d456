using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A recipient behind a label: <c>Recipient: [SMTP:a@b]</c>, <c>Mailbox full: a@b</c>, or in the cell beside it.</summary>
internal static class PlaceBehindLabel
{
    // A label has its address right behind it.
    private const int LongestGap = 60;

    public static RecipientPlace? Read(in ReportLine line)
    {
        if (line.Label.IsEmpty) return line.Sentences.TellsOfDelivery && IsCell(line) ? line.Listed("") : null;
        return line.Meaning switch
        {
            RecipientLabels.Meaning.None => OfReason(line),
            RecipientLabels.Meaning.Other => null,
            _ when line.BehindLabel.Length > LongestGap => null,
            // "To: a@b" with the answer of a server right below it is no line of the returned message.
            RecipientLabels.Meaning.Addressee when !IsOutcome(line.Below) => OfAddressee(line),
            _ => OfRecipient(line),
        };
    }

    // The cells of a table: "Recipient a@b", and nothing else; "Delivered to a@b" is a sentence.
    private static bool IsCell(in ReportLine line) =>
        line.After.Trim(">';,").IsEmpty && !RecipientLabels.AreDelivered(line.Before) && RecipientLabels.Of(line.Before.TrimEnd(" <")) == RecipientLabels.Meaning.Recipient;

    // "User mailbox exceeds allowed size: a@b": the label is the reason; "Delivery failed 20 attempts: a@b": the line says all that is known.
    private static RecipientPlace? OfReason(in ReportLine line)
    {
        var isAlone = line.BehindLabel.Trim(" \t<\"'").IsEmpty && line.After.Trim(" \t>\"'.").IsEmpty;
        if (!isAlone) return null;
        var reason = PlaceNeighbours.IsReason(line.Label) ? Reason(line) : PlaceNeighbours.SaysFailed(line.Label) ? line.Words : [];
        return reason.IsEmpty || DeliveryWords.NotBefore.Ends(FoldedText.Closed(line.Label).AsSpan().TrimEnd()) ? null : line.Listed(reason.ToString());
    }

    private static RecipientPlace? OfRecipient(in ReportLine line)
    {
        var isReport = line.Sentences.TellsOfDelivery || line.Sentences.Says(Idea.Failed) || line.Sentences.HasCode;
        return isReport || PlaceNeighbours.IsReason(line.Label) ? line.Listed(Said(line)) : null;
    }

    private static RecipientPlace? OfAddressee(in ReportLine line) =>
        line.Sentences.TellsOfDelivery && IsOnly(line) ? line.Listed(Said(line)) with { Standing = PlaceStanding.Addressed } : null;

    private static string Said(in ReportLine line)
    {
        var said = PlaceWords.Said(line.After, line.Address);
        return said.Length == 0 && PlaceNeighbours.IsReason(line.Label) ? Reason(line).ToString() : said;
    }

    // "550 5.1.1 User unknown: a@b" is all of it the server's.
    private static ReadOnlySpan<char> Reason(in ReportLine line) => RefusalWords.IsReply(line.Label) ? line.Words : line.Label;

    // "550 5.1.1 unknown", "Failed: connection timed out"
    private static bool IsOutcome(ReadOnlySpan<char> words) =>
        RefusalWords.IsReply(words) || (words.IndexOf(':') is > 0 and var colon && words[..colon].Trim().Equals("failed", StringComparison.OrdinalIgnoreCase));

    // Of several whom a mail is addressed to nobody knows which one failed.
    private static bool IsOnly(in ReportLine line)
    {
        var isLast = AddressLine.First(line.After) is not { } next || line.Address.Equals(next, StringComparison.OrdinalIgnoreCase);
        var hasMoreBelow = line.After.TrimEnd().EndsWith(',') && line.Report.HasSign(line.Number + 1);
        return isLast && !hasMoreBelow;
    }
}
