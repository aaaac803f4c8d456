using System.Globalization;
using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>Finds where somebody who has left can be reached now; who stands in for him is somebody else.</summary>
internal static class AnnouncedAddress
{
    private const int LongestText = 8_000;

    // Of the words before an address, as they are written and as they are folded.
    private const int LongestLead = 160;
    private const int LongestGap = 60;

    /// <summary>The address that the text calls the new one, as it is written; null when it names none.</summary>
    public static string? In(string text)
    {
        var line = WithPlainMarks(text.AsSpan(0, Math.Min(LongestText, text.Length)));
        for (var from = 0; AddressLine.Find(line[from..], out var start, out var end); from += end)
        {
            var address = line[(from + start)..(from + end)];
            if (address.Contains('.') && IsIntroduced(line[from..(from + start)])) return address.ToString();
        }

        return null;
    }

    private static bool IsIntroduced(ReadOnlySpan<char> before)
    {
        var lead = FoldedText.Closed(before[Math.Max(0, before.Length - LongestLead)..]);
        if (lead.Length <= LongestGap) return DeliveryWords.NewAddress.IsIn(lead);
        var near = lead.AsSpan(lead.Length - LongestGap);
        return DeliveryWords.NewAddress.IsIn(near[(near.IndexOf(' ') + 1)..]);
    }

    // Word processors curl apostrophes, and put units into addresses that nobody sees.
    private static ReadOnlySpan<char> WithPlainMarks(ReadOnlySpan<char> text)
    {
        var plain = new char[text.Length];
        var length = 0;
        foreach (var unit in text)
        {
            var folded = FoldedText.Letter(unit);
            if (folded != FoldedText.Silent || char.GetUnicodeCategory(unit) != UnicodeCategory.Format) plain[length++] = folded is '\'' or '@' ? folded : unit;
        }

        return plain.AsSpan(0, length);
    }
}
