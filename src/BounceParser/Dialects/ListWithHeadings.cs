using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A list that gives the reason first, then whom it is about, as cc:Mail does.</summary>
internal static class ListWithHeadings
{
    /// <summary>What stands above each; null unless each has a reason or a heading, and none stands behind the last.</summary>
    public static RefusalText[]? Read(in PlaceList list, ReportParagraphs paragraphs)
    {
        if (!list.IsBare() || HasWordsBelowEach(list)) return null;
        var texts = new RefusalText[list.Count];
        for (var place = 0; place < texts.Length; place++)
        {
            var best = paragraphs.Best(place == 0 ? 0 : list[place - 1].Line + 1, list[place].Line, 1);
            if (best.Weight > 0) texts[place] = new RefusalText(best.Text, "", best.Weight);
            else if (place == 0) return null;
            // "Mailbox full:", and two addresses; "Will be retried:"
            else if (list.IsRightAboveNext(place - 1)) texts[place] = texts[place - 1];
            else if (PlaceNeighbours.IsHeaded(list.Report, list[place].Line)) texts[place] = new RefusalText(list.Report.Trimmed(list[place].Line - 1).ToString(), "", 0);
            else return null;
        }

        return TellsBehindLast(list, paragraphs) ? null : texts;
    }

    // What stands further in is of the line above it.
    private static bool HasWordsBelowEach(in PlaceList list)
    {
        foreach (var place in list.Places)
            if (!list.Report.IsDeeper(place.Line + 1, place.Line)) return false;
        return true;
    }

    private static bool TellsBehindLast(in PlaceList list, ReportParagraphs paragraphs)
    {
        var report = list.Report;
        for (var line = report.SkipBlank(list.End); line < report.Count; line = report.SkipBlank(line))
        {
            var first = line;
            line = report.ParagraphEnd(line);
            var weight = paragraphs.Best(first, line, 1).Weight;
            // Whom to write to "if you feel this to be in error" is no reason.
            if (weight == RefusalWords.Most || (weight > 0 && !DeliveryWords.Contact.IsIn(FoldedText.Closed(report.Between(first, line))))) return true;
        }

        return false;
    }
}
