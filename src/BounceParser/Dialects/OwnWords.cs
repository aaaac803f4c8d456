namespace BounceParser.Dialects;

/// <summary>What a report says of a place right where it stands.</summary>
/// <param name="Text">The rest of its line and the lines below it; of a place in a sentence the whole paragraph.</param>
/// <param name="After">The line behind these.</param>
/// <param name="Weight">How much they say of why: see <see cref="RefusalWords.Weight"/>.</param>
internal readonly record struct OwnWords(string Text, int After, int Weight)
{
    /// <param name="report">The report.</param>
    /// <param name="place">The place.</param>
    /// <param name="others">The lines of the places before and behind it that stand in another line.</param>
    public static OwnWords Of(TextLines report, in RecipientPlace place, (int Before, int Next) others)
    {
        var after = place.Line + 1;
        while (after < others.Next && !report.IsBlank(after)) after++;
        var below = report.Join(First(report, place, others.Before), after, ReportParagraphs.LongestComment);
        var own = place.Said.Length == 0 ? below : below.Length == 0 ? place.Said : place.Said + "\n" + below;
        // A sentence that only announces: "The error that the other server returned was:" and a blank line.
        for (var times = 0; times < ReportParagraphs.MostAnnounced && Announcement.Is(own) && report.SkipBlank(after) is var next && next < others.Next; times++)
        {
            after = report.ParagraphEnd(next);
            own += "\n" + report.Join(next, Math.Min(after, others.Next));
        }

        return new OwnWords(own, after, Announcement.IsSentence(own) ? 0 : RefusalWords.Weight(own));
    }

    private static int First(TextLines report, in RecipientPlace place, int before)
    {
        var line = place.Line;
        // The answer to the command names the recipient itself.
        var isAnswer = place.Standing is PlaceStanding.Commanded or PlaceStanding.Replied && RefusalWords.HasCode(report.Trimmed(line));
        if (isAnswer) return line;
        var isInSentence = place.Standing is PlaceStanding.Told or PlaceStanding.Replied or PlaceStanding.Addressed;
        if (!isInSentence) return line + 1;
        var first = line;
        while (first > 0 && !report.IsBlank(first - 1) && first - 1 != before) first--;
        // Behind another place of the same paragraph stands what was said of that one.
        return first > 0 && !report.IsBlank(first - 1) ? line : first;
    }
}
