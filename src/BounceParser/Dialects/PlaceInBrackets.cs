using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A recipient behind his name, in a list: <c>Neko &lt;a@b&gt;</c>, <c>Neko&lt;mailto:a@b&gt;</c>, <c>Neko (a@b) (The name was not found)</c>.</summary>
internal static class PlaceInBrackets
{
    private const int LongestName = 80;

    public static RecipientPlace? Read(in ReportLine line)
    {
        var open = line.Words.IndexOfAny('<', '(');
        if (open is < 1 or > LongestName) return null;
        var name = line.Words[..open];
        if (name.ContainsAny(".!?:;") || Bracketed(line.Words[open..], out var rest) is not { } address) return null;
        var said = PlaceWords.Said(rest, address);
        if (said.Length > 0 && !IsOfRecipient(line, rest, said)) return null;
        // A table whose cells stand side by side: "From <a@b>".
        return RecipientLabels.Of(name) switch
        {
            RecipientLabels.Meaning.Other => null,
            RecipientLabels.Meaning.Addressee => line.Sentences.TellsOfDelivery ? line.Listed(address, said) with { Standing = PlaceStanding.Addressed } : null,
            _ => !RecipientLabels.AreDelivered(name) && IsInList(line, rest) && !PlaceNeighbours.IsContact(line) && IsName(name) ? line.Listed(address, said) : null,
        };
    }

    private static string? Bracketed(ReadOnlySpan<char> words, out ReadOnlySpan<char> rest)
    {
        var isAngled = words[0] == '<';
        var close = words.IndexOf(isAngled ? '>' : ')');
        rest = words[(close + 1)..];
        var inner = close < 0 ? default : isAngled ? words[..(close + 1)] : words[1..close];
        return AddressLine.Alone(inner) is { } address && address.Contains('@') ? address : null;
    }

    private static bool IsOfRecipient(in ReportLine line, ReadOnlySpan<char> rest, string said) =>
        rest.TrimStart() is ['(' or '[' or ':' or '-', ..] && (RefusalWords.Weight(said) > 0 || PlaceNeighbours.FollowsNamed(line));

    private static bool IsInList(in ReportLine line, ReadOnlySpan<char> rest) =>
        PlaceNeighbours.IsAnnounced(line) || PlaceNeighbours.FollowsNamed(line) || OpensParagraph(line, rest);

    // Exchange 2007: "Neko (a@b)", and below it why.
    private static bool OpensParagraph(in ReportLine line, ReadOnlySpan<char> rest) =>
        line.Sentences.IsFailure && rest.IsWhiteSpace() && line.Report.IsBlank(line.Number - 1) && RefusalWords.Weight(line.Below) > 0;

    private static bool IsName(ReadOnlySpan<char> words)
    {
        var name = FoldedText.Closed(words).AsSpan();
        return !DeliveryWords.Contact.IsIn(name) && !DeliveryWords.Failed.IsIn(name) && !DeliveryWords.NotBefore.Ends(name.TrimEnd());
    }
}
