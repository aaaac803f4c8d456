namespace BounceParser.Dialects;

/// <summary>The places of a report in their order, and how each stands to the others.</summary>
internal readonly record struct PlaceList(TextLines Report, List<RecipientPlace> Places)
{
    // Each answer is looked for among them.
    private const int Most = 50;

    public int Count => Places.Count;

    /// <summary>The line behind the last place.</summary>
    public int End => Places[^1].Line + 1;

    /// <summary>True for several places, few enough to look each up.</summary>
    public bool IsShort => Count is > 1 and <= Most;

    public RecipientPlace this[int place] => Places[place];

    /// <summary>Which place has the address; -1 for none.</summary>
    public int IndexOf(string? address) => address is null ? -1 : Places.FindIndex(place => place.Address.Equals(address, StringComparison.OrdinalIgnoreCase));

    /// <summary>True for a short list whose addresses stand each on a line of its own, with nothing behind it.</summary>
    public bool IsBare()
    {
        if (!IsShort) return false;
        for (var place = 0; place < Count; place++)
            if (this[place] is not { Standing: PlaceStanding.Listed or PlaceStanding.Alone, Said: "" } || (place > 0 && this[place].Line == this[place - 1].Line)) return false;
        return true;
    }

    /// <summary>True when nothing stands between the place and the next one.</summary>
    public bool IsRightAboveNext(int place) => Report.SkipBlank(this[place].Line + 1) == this[place + 1].Line;

    /// <summary>True for a place of a list in one line with the next one, of which the same is said.</summary>
    public bool IsListedWithNext(int place) => this[place].Standing is PlaceStanding.Listed or PlaceStanding.Alone && IsWithNext(place);

    /// <summary>True for one of many in a line, but not the first: it has the words of the next one.</summary>
    public bool SharesWordsOfNext(int place) =>
        place > 0 && this[place - 1].Line == this[place].Line && IsWithNext(place) && this[place + 1].Standing == this[place].Standing;

    private bool IsWithNext(int place) => place + 1 < Count && this[place + 1].Line == this[place].Line && this[place + 1].Said == this[place].Said;

    /// <summary>Where the other places end that stand above a place and below it: the line of the one before, -1 for none, and of the next, the report's end for none.</summary>
    public (int Before, int Next)[] OtherLines()
    {
        var lines = new (int Before, int Next)[Count];
        for (var i = 0; i < Count; i++)
            lines[i].Before = i == 0 ? -1 : this[i - 1].Line < this[i].Line ? this[i - 1].Line : lines[i - 1].Before;
        for (var i = Count - 1; i >= 0; i--)
            lines[i].Next = i + 1 == Count ? Report.Count : this[i + 1].Line > this[i].Line ? this[i + 1].Line : lines[i + 1].Next;
        return lines;
    }
}
