using BounceParser.Catalogue;

namespace BounceParser.Dialects;

/// <summary>A recipient at the start of a line: <c>&lt;a@b&gt;: mailbox full</c>, <c>* a@b</c> and the reason below it.</summary>
internal static class PlaceInList
{
    public static RecipientPlace? Read(in ReportLine line)
    {
        var isQuoted = line.Words is ['>', '>', ..] or ['<', '<', ..];
        if (isQuoted || PlaceWords.AddressAt(WithoutType(line.Words.TrimStart(PlaceWords.Bullets)), out var rest) is not { } address) return null;
        rest = PlaceWords.WithoutRepetition(rest, address);
        // "a@b and", and the last one below it.
        if (DeliveryWords.And.Contains(rest.Trim(" ,"))) rest = default;
        var said = PlaceWords.Said(rest, address);
        if (!PlaceWords.Fits(rest, said) || PlaceNeighbours.IsContact(line) || PlaceNeighbours.IsDenied(line)) return null;
        var isExplained = RefusalWords.Weight(said) > 0 || (said.Length == 0 && IsExplainedAround(line, rest));
        if (!isExplained && !(said.Length == 0 && OpensReply(line)) && !line.Sentences.TellsOfDelivery) return null;
        var isAnnounced = PlaceNeighbours.IsAnnounced(line);
        // "anna@origin.example is not subscribed": a list tells the sender why he may not write.
        var startsSentence = rest is [' ', ..] && rest.TrimStart() is [>= 'a' and <= 'z', ..];
        if ((!isAnnounced || startsSentence) && line.IsOwn(address)) return null;
        return new RecipientPlace(address, line.Number, said, isExplained || isAnnounced ? PlaceStanding.Listed : PlaceStanding.Alone);
    }

    // Netscape: "SMTP <a@b>".
    private static ReadOnlySpan<char> WithoutType(ReadOnlySpan<char> words) => words.StartsWith("SMTP <") ? words["SMTP ".Length..] : words;

    private static bool IsExplainedAround(in ReportLine line, ReadOnlySpan<char> rest) =>
        PlaceNeighbours.IsExplainedBelow(line, rest) || (rest.IsWhiteSpace() && PlaceNeighbours.IsExplainedAbove(line));

    // The first words of a report whose next ones are a server's reply.
    private static bool OpensReply(in ReportLine line) => line.Report.SkipBlank(0) == line.Number && line.Sentences.HasCode;
}
