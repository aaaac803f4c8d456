using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Gives each place of a report the words that say why: those nearest after it, else those before the list.</summary>
internal sealed class RefusalTexts
{
    // Each answer is looked for among them.
    private const int MostOfBareList = 50;

    private readonly TextLines _report;
    private readonly ReportParagraphs _paragraphs;
    private readonly List<RecipientPlace> _places;
    private readonly (int Before, int Next)[] _otherLines;
    private ReportParagraphs.Said? _before;
    private string? _aroundBefore;
    private HashSet<string>? _addresses;

    public RefusalTexts(TextLines report, ReportSentences sentences, List<RecipientPlace> places)
    {
        _report = report;
        _paragraphs = new ReportParagraphs(report, sentences);
        _places = places;
        _otherLines = OtherLines(places, report.Count);
    }

    /// <summary>What was said of the place, what the report says around it, and how much the text says of why: see <see cref="RefusalWords.Weight"/>.</summary>
    public readonly record struct Said(string Text, string Comment, int Weight)
    {
        /// <summary>True for words above the list, which are said of all in it.</summary>
        public bool IsFromAbove { get; init; }

        /// <summary>True when these words tell more of a recipient than others of the same report: his own before those of all.</summary>
        public bool TellMoreThan(in Said other) => Weight > other.Weight || (Weight > 0 && other is { IsFromAbove: true, Weight: < RefusalWords.Most } && !IsFromAbove);
    }

    // VM/CMS lists the recipients, and below them the answers, in any order: "550 <a@b>... User unknown"; MDaemon the session, with the
    // command before each answer: "--> RCPT To:<a@b>", "<-- 550 unknown". Null unless each has one.
    private Said[]? Answered()
    {
        if (!IsBareList()) return null;
        var said = new Said[_places.Count];
        string? asked = null;
        for (var line = _places[^1].Line + 1; line < _report.Count; line++)
        {
            var words = _report.Trimmed(line);
            var arrow = words.IndexOf("<--");
            if (arrow >= 0) words = words[(arrow + 3)..].TrimStart();
            if (!RefusalWords.IsReply(words))
            {
                if (_report.HasSign(line) && Caseless.Contains(words, "RCPT TO:")) asked = AddressLine.First(words);
                continue;
            }

            var named = Place(AddressLine.First(words)) is >= 0 and var place ? place : arrow >= 0 ? Place(asked) : -1;
            if (named >= 0 && RefusalWords.HasCode(words)) said[named] = new Said(words.ToString(), "", RefusalWords.Most);
            asked = null;
        }

        return Array.TrueForAll(said, one => one.Weight > 0) ? said : null;
    }

    // "a@b [1]", "c@d [2]", and below them "[1] User unknown". Null unless each has its note.
    private Said[]? Noted()
    {
        if (_places.Count is < 2 or > MostOfBareList || Note(_places[0]).IsEmpty) return null;
        var said = new Said[_places.Count];
        for (var place = 0; place < said.Length; place++)
        {
            var note = Note(_places[place]);
            for (var line = _places[^1].Line + 1; line < _report.Count && !note.IsEmpty && said[place].Text is null; line++)
                if (_report.Trimmed(line) is var words && words.StartsWith(note, StringComparison.Ordinal)) said[place] = new Said(words[note.Length..].Trim().ToString(), "", RefusalWords.Weight(words));
        }

        return Array.TrueForAll(said, one => one.Text is not null) ? said : null;
    }

    // "[1]" beside the address; empty for none. A star before it is a bullet.
    private ReadOnlySpan<char> Note(in RecipientPlace place)
    {
        var words = _report.Trimmed(place.Line);
        var last = words[(words.LastIndexOf(' ') + 1)..];
        if (IsNote(last)) return last;
        return words is not ['*', ..] && words.IndexOf(' ') is > 0 and var end && IsNote(words[..end]) ? words[..end] : default;
    }

    private static bool IsNote(ReadOnlySpan<char> word) => word is ['[' or '(', >= '1' and <= '9', ']' or ')'] or ['*'] or ['*', '*'] or ['[' or '(', >= '1' and <= '9', >= '0' and <= '9', ']' or ')'];

    private int Place(string? address) => address is null ? -1 : _places.FindIndex(place => place.Address.Equals(address, StringComparison.OrdinalIgnoreCase));

    // cc:Mail gives the reason first, then whom it is about. Null unless one stands before each, and none behind the last.
    private Said[]? Above()
    {
        if (!IsBareList()) return null;
        // What stands further in is of the line above it.
        if (_places.TrueForAll(place => _report.IsDeeper(place.Line + 1, place.Line))) return null;
        var said = new Said[_places.Count];
        for (var place = 0; place < said.Length; place++)
        {
            var best = _paragraphs.Best(place == 0 ? 0 : _places[place - 1].Line + 1, _places[place].Line, 1);
            if (best.Weight > 0) said[place] = new Said(best.Text, "", best.Weight);
            else if (place == 0) return null;
            // "Mailbox full:", and two addresses; "Will be retried:"
            else if (IsNextOfList(place - 1)) said[place] = said[place - 1];
            else if (PlaceNeighbours.IsHeaded(_report, _places[place].Line)) said[place] = new Said(_report.Trimmed(_places[place].Line - 1).ToString(), "", 0);
            else return null;
        }

        return TellsBehindLast() ? null : said;
    }

    // Whom to write to "if you feel this to be in error" is no reason.
    private bool TellsBehindLast()
    {
        for (var line = _report.SkipBlank(_places[^1].Line + 1); line < _report.Count; line = _report.SkipBlank(line))
        {
            var first = line;
            line = _report.ParagraphEnd(line);
            if (_paragraphs.Best(first, line, 1).Weight is > 0 and var weight && (weight == RefusalWords.Most || !DeliveryWords.Contacts.IsIn(FoldedText.Closed(_report.Between(first, line))))) return true;
        }

        return false;
    }

    // Several, each on a line of its own with nothing behind it.
    private bool IsBareList()
    {
        if (_places.Count is < 2 or > MostOfBareList) return false;
        for (var place = 0; place < _places.Count; place++)
            if (_places[place] is not { Standing: PlaceStanding.Listed or PlaceStanding.Alone, Said: "" } || (place > 0 && _places[place].Line == _places[place - 1].Line)) return false;
        return true;
    }

    // What stands before the list, and all of it.
    private ReportParagraphs.Said Before => _before ??= _paragraphs.Best(0, _places[0].Line, 1);

    private HashSet<string> Addresses => _addresses ??= _places.Select(place => place.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private string AroundBefore => _aroundBefore ??= _paragraphs.Around("", Before.Text, 0, _places[0].Line, 1);

    /// <summary>The words for each place, in the order of the places.</summary>
    public Said[] Read()
    {
        if ((Answered() ?? Noted() ?? Above()) is { } told) return told;
        var said = new Said[_places.Count];
        var nothing = new ReportParagraphs.Said("", 0);
        ReportParagraphs.Said? shared = null;
        var (own, after, weight) = ("", 0, 0);
        var continued = (Own: "", Weight: 0);
        for (var i = _places.Count - 1; i >= 0; i--)
        {
            if (IsListedWithNext(i))
            {
                said[i] = said[i + 1];
                continue;
            }

            if (!SharesWords(i))
            {
                own = Own(i, out after);
                if (own.Length == 0 && continued.Own.Length > 0 && IsNextOfList(i)) (own, weight) = continued;
                else weight = RefusalWords.Weight(own);
            }

            var end = i + 1 < _places.Count ? _places[i + 1].Line : _report.Count;
            // Words of its own are enough where several recipients share what follows.
            var found = weight >= RefusalWords.Most || (weight > 0 && _places.Count > 1) ? nothing : _paragraphs.Best(after, end, weight + 1);
            if (weight == 0 && found.Weight == 0 && shared is not null && IsNextOfList(i)) found = shared.Value;
            if (found.Weight > 0 && IsOfAnother(found.Text, i)) found = nothing;
            // A reply above the list says more than a summary below it.
            if (weight == 0 && found.Weight is > 0 and < RefusalWords.Most && Before.Weight > found.Weight) found = nothing;
            said[i] = found.Weight > 0 ? new Said(found.Text, _paragraphs.Around(own, found.Text, after, end, 2), found.Weight) : FromAbove(own, weight);
            shared = own.Length == 0 && found.Weight > 0 ? found : null;
            // "A message you sent to", two addresses, "contained a virus": a sentence around all of the list.
            continued = _places[i].Said.Length == 0 && own is [>= 'a' and <= 'z', ..] ? (own, weight) : ("", 0);
        }

        return said;
    }

    // A block that begins with another one of the list tells of that one alone.
    private bool IsOfAnother(string text, int place) =>
        _places.Count > 1 && PlaceWords.AddressAt(text, out _) is { } named && !named.Equals(_places[place].Address, StringComparison.OrdinalIgnoreCase) && Addresses.Contains(named);

    // Words of its own, else those above the list.
    private Said FromAbove(string own, int weight)
    {
        var above = Before.Text;
        if (weight > 0 || above.Length == 0) return new Said(own, own == above ? "" : above, weight);
        return new Said(above, own.Length == 0 ? AroundBefore : AroundBefore.Length == 0 ? own : own + "\n" + AroundBefore, Before.Weight) { IsFromAbove = true };
    }

    // One of many in a line, but not the first: it has the words of the next one.
    private bool SharesWords(int place) =>
        place > 0 && place + 1 < _places.Count && _places[place - 1].Line == _places[place].Line && _places[place + 1] is var next
        && next.Line == _places[place].Line && next.Standing == _places[place].Standing && next.Said == _places[place].Said;

    private bool IsListedWithNext(int place) =>
        place + 1 < _places.Count && _places[place] is { Standing: PlaceStanding.Listed or PlaceStanding.Alone } listed && _places[place + 1] is var next && next.Line == listed.Line && next.Said == listed.Said;

    private bool IsNextOfList(int place) => _report.SkipBlank(_places[place].Line + 1) == _places[place + 1].Line;

    // The rest of its line and the lines below it; of a place in a sentence the whole paragraph.
    private string Own(int place, out int after)
    {
        var (_, line, said, standing) = _places[place];
        after = line + 1;
        var isSentence = standing is PlaceStanding.Told or PlaceStanding.Replied or PlaceStanding.Addressed;
        // The answer to the command names the recipient itself.
        var isAnswer = standing is PlaceStanding.Commanded or PlaceStanding.Replied && RefusalWords.HasCode(_report.Trimmed(line));
        var first = isAnswer ? line : line + 1;
        if (isSentence && !isAnswer)
        {
            first = line;
            while (first > 0 && !_report.IsBlank(first - 1) && first - 1 != _otherLines[place].Before) first--;
            // Behind another place of the same paragraph stands what was said of that one.
            if (first > 0 && !_report.IsBlank(first - 1)) first = line;
        }

        var stop = _otherLines[place].Next;
        while (after < stop && !_report.IsBlank(after)) after++;
        var below = _report.Join(first, after, ReportParagraphs.LongestComment);
        var own = said.Length == 0 ? below : below.Length == 0 ? said : said + "\n" + below;
        // A sentence that only announces: "The error that the other server returned was:" and a blank line.
        for (var times = 0; times < ReportParagraphs.MostAnnounced && own.EndsWith(':') && _report.SkipBlank(after) is var next && next < stop; times++)
        {
            after = _report.ParagraphEnd(next);
            own += "\n" + _report.Join(next, Math.Min(after, stop));
        }

        return own;
    }

    // For each place the lines of the ones before and behind it that stand in another line.
    private static (int Before, int Next)[] OtherLines(List<RecipientPlace> places, int last)
    {
        var lines = new (int Before, int Next)[places.Count];
        for (var i = 0; i < places.Count; i++)
            lines[i].Before = i == 0 ? -1 : places[i - 1].Line < places[i].Line ? places[i - 1].Line : lines[i - 1].Before;
        for (var i = places.Count - 1; i >= 0; i--)
            lines[i].Next = i + 1 == places.Count ? last : places[i + 1].Line > places[i].Line ? places[i + 1].Line : lines[i + 1].Next;
        return lines;
    }
}
