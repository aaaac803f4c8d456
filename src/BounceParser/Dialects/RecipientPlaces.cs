using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Finds the addresses of a report that stand in a recipient's position. Linear in the report.</summary>
internal static class RecipientPlaces
{
    /// <summary>How many places are looked at: no report names ten thousand people, and one more shows that it does.</summary>
    public const int Most = 10_001;

    /// <summary>The places of the surest standing, in order; empty when the report names nobody.</summary>
    public static List<RecipientPlace> Find(TextLines report, ReportSentences sentences, Func<string, bool> isOwn)
    {
        var places = new List<RecipientPlace>();
        var isDelivered = false;
        for (var line = 0; line < report.Count && places.Count < Most; line++)
        {
            var words = report.Trimmed(line);
            // What follows repeats the list as a dialogue, with recipients that others count.
            if (places.Count > 0 && words is ['-', '-', ..] && Caseless.Contains(words, "transcript")) break;
            if (!report.HasSign(line)) isDelivered = Colon.Ends(words) ? RecipientLabels.SayDelivered(words) : isDelivered && !PlaceNeighbours.SaysFailed(words);
            else if (!isDelivered) Add(places, new ReportLine(report, sentences, line, isOwn));
        }

        JoinLists(places, isOwn);
        JoinParagraphs(places, report, isOwn);
        if (Of(places, PlaceStanding.Listed, isOwn) is { } listed) return listed;
        if (Of(places, PlaceStanding.Alone, isOwn) is { } alone) return alone;
        places.AddRange(ToldRecipients.Find(report, sentences));
        for (var standing = PlaceStanding.Told; standing <= PlaceStanding.Replied; standing++)
        {
            if (Of(places, standing, isOwn) is not { } found || (standing == PlaceStanding.Addressed && !IsOne(found))) continue;
            // Where the command to the server names the same people, the answer stands right below it.
            return standing == PlaceStanding.Told && Commanded(places, found) is { } commanded ? commanded : found;
        }

        return [];
    }

    // "Failed recipients: a@b, c@d": what holds for the last one of a line holds for each.
    private static void Add(List<RecipientPlace> places, in ReportLine line)
    {
        var isList = line.List.Before.Count > 0;
        if ((isList && IsOfAll(line)) || OfLine(line) is not { } place || (isList && !IsOfEach(line, place))) return;
        foreach (var address in line.List.Before.Take(Most - 1 - places.Count)) places.Add(place with { Address = address });
        places.Add(place);
    }

    private static RecipientPlace? OfLine(in ReportLine line)
    {
        if (line.Report.HasColon(line.Number) && (PlaceInCommand.Read(line) ?? PlaceInDirectory.Read(line)) is { } given) return given;
        if (line.HasAddress && PlaceBehindLabel.Read(line) is { } labelled) return labelled;
        // The addresses in the words of a server may be anybody's.
        if (line.Meaning == RecipientLabels.Meaning.Other || RefusalWords.IsReply(line.Words) || PlaceNeighbours.ContinuesHeader(line)) return null;
        return PlaceInList.Read(line) ?? PlaceInBrackets.Read(line) ?? (line.HasAddress ? PlaceInFailure.Read(line) ?? PlaceInColumn.Read(line) : null);
    }

    // Of several whom a mail was for nobody knows which one failed.
    private static bool IsOfAll(in ReportLine line) =>
        Colon.In(line.Words) is > 0 and var colon && colon < line.List.Start && RecipientLabels.IsOfAll(line.Words[..colon]);

    private static bool IsOfEach(in ReportLine line, in RecipientPlace last) => last.Standing != PlaceStanding.Addressed && !IsSentence(line, last);

    // "a@b, c@d weren't found at b"
    private static bool IsSentence(in ReportLine line, in RecipientPlace last)
    {
        if (last.Said is not [>= 'a' and <= 'z', ..]) return false;
        var words = line.Report.Trimmed(line.Number)[line.List.Last..];
        return words[(words.IndexOf(last.Address) + last.Address.Length)..].TrimStart('>') is [' ', >= 'a' and <= 'z', ..];
    }

    // What is listed may be the reader's own.
    private static List<RecipientPlace>? Of(List<RecipientPlace> places, PlaceStanding standing, Func<string, bool> isOwn)
    {
        List<RecipientPlace>? found = null;
        foreach (var place in places)
            if (place.Standing == standing && (standing == PlaceStanding.Listed || !isOwn(place.Address))) (found ??= []).Add(place);
        return found;
    }

    // The first of a list is of the list, though nothing announces it, and so are those below a label that has one beside it.
    private static void JoinLists(List<RecipientPlace> places, Func<string, bool> isOwn)
    {
        for (var i = 1; i < places.Count; i++)
            if (places[i].Said.Length == 0 && places[i - 1].Said.Length == 0) Join(i, i - 1);
        for (var i = places.Count - 2; i >= 0; i--) Join(i, i + 1);

        // One on the line beside a listed one.
        void Join(int place, int listed)
        {
            var isBeside = places[listed].Standing == PlaceStanding.Listed && places[listed].Line - places[place].Line == listed - place;
            if (isBeside && places[place].Standing == PlaceStanding.Alone && !isOwn(places[place].Address)) places[place] = places[place] with { Standing = PlaceStanding.Listed };
        }
    }

    // Where the first has a paragraph of its own, and its reason another one, so have the next.
    private static void JoinParagraphs(List<RecipientPlace> places, TextLines report, Func<string, bool> isOwn)
    {
        for (var i = 1; i < places.Count; i++)
        {
            var place = places[i];
            var follows = place is { Standing: PlaceStanding.Alone, Said: "" } && places[i - 1] is { Standing: PlaceStanding.Listed, Said: "" } && IsParagraph(places[i - 1].Line) && IsParagraph(place.Line);
            if (follows && RefusalWords.Weight(report.Trimmed(report.SkipBlank(place.Line + 1))) > 0 && !isOwn(place.Address)) places[i] = place with { Standing = PlaceStanding.Listed };
        }

        bool IsParagraph(int line) => report.IsBlank(line - 1) && report.IsBlank(line + 1);
    }

    private static List<RecipientPlace>? Commanded(List<RecipientPlace> places, List<RecipientPlace> told)
    {
        var commanded = places.FindAll(place => place.Standing == PlaceStanding.Commanded);
        if (commanded.Count == 0) return null;
        var named = commanded.Select(place => place.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return named.SetEquals(told.Select(place => place.Address)) ? commanded : null;
    }

    private static bool IsOne(List<RecipientPlace> places) =>
        places.TrueForAll(place => place.Address.Equals(places[0].Address, StringComparison.OrdinalIgnoreCase));
}
