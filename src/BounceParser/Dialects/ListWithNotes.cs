namespace BounceParser.Dialects;

/// <summary>A list whose addresses bear the number of a note: <c>a@b [1]</c>, <c>c@d [2]</c>, and below them <c>[1] User unknown</c>.</summary>
internal static class ListWithNotes
{
    /// <summary>The note of each; null unless each has one.</summary>
    public static RefusalText[]? Read(in PlaceList list)
    {
        if (!list.IsShort || Number(list, 0).IsEmpty) return null;
        var texts = new RefusalText[list.Count];
        for (var place = 0; place < texts.Length; place++)
        {
            if (Number(list, place) is not { IsEmpty: false } number || Note(list, number) is not { } note) return null;
            texts[place] = note;
        }

        return texts;
    }

    private static RefusalText? Note(in PlaceList list, ReadOnlySpan<char> number)
    {
        for (var line = list.End; line < list.Report.Count; line++)
            if (list.Report.Trimmed(line) is var words && words.StartsWith(number, StringComparison.Ordinal)) return new RefusalText(words[number.Length..].Trim().ToString(), "", RefusalWords.Weight(words));
        return null;
    }

    // Beside the address; empty for none. A star before it is a bullet.
    private static ReadOnlySpan<char> Number(in PlaceList list, int place)
    {
        var words = list.Report.Trimmed(list[place].Line);
        var last = words[(words.LastIndexOf(' ') + 1)..];
        if (IsNumber(last)) return last;
        return words is not ['*', ..] && words.IndexOf(' ') is > 0 and var end && IsNumber(words[..end]) ? words[..end] : default;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word switch
    {
        ['*'] or ['*', '*'] => true,
        ['[' or '(', >= '1' and <= '9', ']' or ')'] => true,
        ['[' or '(', >= '1' and <= '9', >= '0' and <= '9', ']' or ')'] => true,
        _ => false,
    };
}
