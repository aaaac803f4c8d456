namespace BounceParser.Dialects;

/// <summary>Gives each place of a report the words that say why: those nearest after it, else those before the list.</summary>
internal sealed class RefusalTexts
{
    private const int Enough = 3;
    private const int MostAnnounced = 2;
    private const int LongestComment = 4_000;
    private const int LongestParagraph = 16_000;

    private readonly TextLines _report;
    private readonly List<RecipientPlace> _places;
    private readonly int[] _nextLines;

    public RefusalTexts(TextLines report, List<RecipientPlace> places)
    {
        _report = report;
        _places = places;
        _nextLines = NextLines(places, report.Count);
    }

    /// <summary>What was said of the place, and what the report says around it.</summary>
    public readonly record struct Said(string Text, string Comment);

    /// <summary>The words for each place, in the order of the places.</summary>
    public Said[] Read()
    {
        var said = new Said[_places.Count];
        var before = new Lazy<string>(() => Best(0, _places[0].Line, 1));
        var aroundBefore = new Lazy<string>(() => Around("", before.Value, 0, _places[0].Line, 1));
        string? shared = null;
        var (own, after, weight) = ("", 0, 0);
        for (var i = _places.Count - 1; i >= 0; i--)
        {
            if (!SharesWords(i))
            {
                own = Own(i, out after);
                weight = RefusalWords.Weight(own);
            }

            var end = i + 1 < _places.Count ? _places[i + 1].Line : _report.Count;
            // Words of its own are enough where several recipients share what follows.
            var found = weight >= Enough || (weight > 0 && _places.Count > 1) ? "" : Best(after, end, weight + 1);
            if (weight == 0 && found.Length == 0 && shared is not null && IsNextOfList(i)) found = shared;
            // A reply above the list says more than a summary below it.
            if (weight == 0 && found.Length > 0 && RefusalWords.Weight(found) is var told && told < Enough && RefusalWords.Weight(before.Value) > told) found = "";
            said[i] = found.Length > 0 ? new Said(found, Around(own, found, after, end, 2)) : weight > 0 || before.Value.Length == 0 ? new Said(own, own == before.Value ? "" : before.Value) : new Said(before.Value, own.Length == 0 ? aroundBefore.Value : aroundBefore.Value.Length == 0 ? own : own + "\n" + aroundBefore.Value);
            shared = own.Length == 0 && found.Length > 0 ? found : null;
        }

        return said;
    }

    /// <summary>The paragraph of the report that says most of why; empty when none says anything.</summary>
    public static string Best(TextLines report) => new RefusalTexts(report, []).Best(0, report.Count, 1);

    // One of many in a line, but not the first: it has the words of the next one.
    private bool SharesWords(int place) =>
        place > 0 && place + 1 < _places.Count && _places[place - 1].Line == _places[place].Line && _places[place + 1] is var next
        && next.Line == _places[place].Line && next.Standing == _places[place].Standing && next.Said == _places[place].Said;

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
            while (first > 0 && !_report.IsBlank(first - 1) && !(place > 0 && _places[place - 1].Line == first - 1)) first--;
            // Behind another place of the same paragraph stands what was said of that one.
            if (first > 0 && !_report.IsBlank(first - 1)) first = line;
        }

        var stop = _nextLines[place];
        while (after < stop && !_report.IsBlank(after)) after++;
        var below = _report.Join(first, after, LongestComment);
        var own = said.Length == 0 ? below : below.Length == 0 ? said : said + "\n" + below;
        // A sentence that only announces: "The error that the other server returned was:" and a blank line.
        for (var times = 0; times < MostAnnounced && own.EndsWith(':') && _report.SkipBlank(after) is var next && next < stop; times++)
        {
            after = _report.ParagraphEnd(next);
            own += "\n" + _report.Join(next, Math.Min(after, stop));
        }

        return own;
    }

    // For each place the line of the next one that stands in another line.
    private static int[] NextLines(List<RecipientPlace> places, int last)
    {
        var next = new int[places.Count];
        for (var i = places.Count - 1; i >= 0; i--)
            next[i] = i + 1 == places.Count ? last : places[i + 1].Line > places[i].Line ? places[i + 1].Line : next[i + 1];
        return next;
    }

    // What else the report says behind the place: a labelled reason beside a reply, a code beside a reason.
    private string Around(string own, string found, int first, int end, int least)
    {
        var around = own;
        for (var line = _report.SkipBlank(first); line < end && around.Length < LongestComment; line = _report.SkipBlank(line))
        {
            var start = line;
            line = Math.Min(_report.ParagraphEnd(line), end);
            var words = Paragraph(start, ref line, end);
            if (words != found && RefusalWords.Weight(words) >= least) around += around.Length == 0 ? words : "\n" + words;
        }

        return around;
    }

    // The paragraph of the greatest weight, the first of several.
    private string Best(int first, int end, int least)
    {
        var best = "";
        for (var line = _report.SkipBlank(first); line < end; line = _report.SkipBlank(line))
        {
            var start = line;
            line = Math.Min(_report.ParagraphEnd(line), end);
            var words = Paragraph(start, ref line, end);
            var weight = RefusalWords.Weight(words);
            if (weight < least) continue;
            best = words;
            least = weight + 1;
        }

        return best;
    }

    // A summary of the returned message holds a subject, whose words mean nothing.
    private string Paragraph(int start, ref int after, int end)
    {
        for (var line = start; line < after; line++)
            if (_report.Trimmed(line).StartsWith("Subject:", StringComparison.OrdinalIgnoreCase)) return "";
        var words = _report.Join(start, after, LongestParagraph);
        for (var times = 0; times < MostAnnounced && words.EndsWith(':') && _report.SkipBlank(after) is var next && next < end; times++)
        {
            after = Math.Min(_report.ParagraphEnd(next), end);
            words += "\n" + _report.Join(next, after, LongestParagraph);
        }

        return words;
    }
}
