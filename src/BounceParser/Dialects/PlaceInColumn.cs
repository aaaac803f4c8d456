namespace BounceParser.Dialects;

/// <summary>A recipient in a table, whose address is a column of its own.</summary>
internal static class PlaceInColumn
{
    public static RecipientPlace? Read(in ReportLine line)
    {
        if (!line.Sentences.TellsOfDelivery || PlaceNeighbours.IsContact(line)) return null;
        var before = line.Before.TrimEnd("<\"'");
        var after = line.After.TrimStart(">\"'");
        if (!EndsColumn(before) || !StartsColumn(after) || RecipientLabels.Of(before) == RecipientLabels.Meaning.Other) return null;
        // A table of the original mail names who wrote it too.
        return line.ListedOther((before.Trim("|\t ").ToString() + " " + after.Trim("|\t ").ToString()).Trim());
    }

    private static bool EndsColumn(ReadOnlySpan<char> before) =>
        before.EndsWith("|") || before.EndsWith("| ") || before.EndsWith("\t") || before.EndsWith("  ");

    private static bool StartsColumn(ReadOnlySpan<char> after) =>
        after is [] or ['|' or '\t', ..] || after.StartsWith("  ") || after.StartsWith(" |");
}
