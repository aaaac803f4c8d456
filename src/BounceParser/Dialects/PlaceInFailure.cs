namespace BounceParser.Dialects;

/// <summary>A recipient behind words that say that the delivery failed: why stands behind the address, or below.</summary>
internal static class PlaceInFailure
{
    private const int LongestPart = 20;

    public static RecipientPlace? Read(in ReportLine line) => BeforeReason(line) ?? AboveReason(line);

    // "undeliverable to a@b: host mx said 571 ...", a line of a list; "550 failure for a@b: blocked" is a server's answer.
    private static RecipientPlace? BeforeReason(in ReportLine line)
    {
        var rest = line.After.TrimStart(">\"'");
        if (rest is not [':', ..] || !PlaceNeighbours.SaysFailed(line.Before) || RefusalWords.HasCode(line.Before)) return null;
        var said = PlaceWords.Said(rest, line.Address);
        return RefusalWords.Weight(said) > 0 ? line.ListedOther(said) : null;
    }

    // "Failed to deliver to 'a@b'" at the head of a paragraph, or of its next part, and below it why.
    private static RecipientPlace? AboveReason(in ReportLine line)
    {
        var isHeading = !line.Below.IsEmpty && OpensPart(line) && line.After.Trim(">'\". ").IsEmpty && PlaceNeighbours.SaysFailed(line.Before);
        return isHeading && !PlaceNeighbours.SaysFailed(line.Below) ? line.ListedOther("") : null;
    }

    // The paragraph begins with the same words.
    private static bool OpensPart(in ReportLine line)
    {
        var first = line.Number;
        while (line.Number - first < LongestPart && !line.Report.IsBlank(first - 1)) first--;
        return line.Report.Trimmed(first).StartsWith(line.Before, StringComparison.Ordinal);
    }
}
