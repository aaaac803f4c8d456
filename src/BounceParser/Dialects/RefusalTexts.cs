using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Gives each place of a report the words that say why: those nearest after it, else those before the list.</summary>
internal sealed class RefusalTexts
{
    private readonly TextLines _report;
    private readonly ReportParagraphs _paragraphs;
    private readonly PlaceList _places;
    private WeighedParagraph? _before;
    private string? _aroundBefore;
    private HashSet<string>? _addresses;

    public RefusalTexts(TextLines report, ReportSentences sentences, List<RecipientPlace> places)
    {
        _report = report;
        _paragraphs = new ReportParagraphs(report, sentences);
        _places = new PlaceList(report, places);
    }

    // What stands before the list, and all of it.
    private WeighedParagraph Before => _before ??= _paragraphs.Best(0, _places[0].Line, 1);

    private string AroundBefore => _aroundBefore ??= _paragraphs.Around("", Before.Text, 0, _places[0].Line, 1);

    private HashSet<string> Addresses => _addresses ??= _places.Places.Select(place => place.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words for each place, in the order of the places.</summary>
    public RefusalText[] Read() =>
        ListWithAnswers.Read(_places) ?? ListWithNotes.Read(_places) ?? ListWithHeadings.Read(_places, _paragraphs) ?? Nearest();

    // From the last one up, since what stands below a list is of all in it.
    private RefusalText[] Nearest()
    {
        var texts = new RefusalText[_places.Count];
        var others = _places.OtherLines();
        OwnWords own = default, sentence = default;
        WeighedParagraph shared = default;
        for (var place = texts.Length - 1; place >= 0; place--)
        {
            if (_places.IsListedWithNext(place))
            {
                texts[place] = texts[place + 1];
                continue;
            }

            if (!_places.SharesWordsOfNext(place)) own = Continued(OwnWords.Of(_report, _places[place], others[place]), sentence, place);
            var end = place + 1 < texts.Length ? _places[place + 1].Line : _report.Count;
            var below = Below(own, shared, place, end);
            texts[place] = below.Weight > 0 ? new RefusalText(below.Text, _paragraphs.Around(own.Text, below.Text, own.After, end, 2), below.Weight) : FromAbove(own);
            shared = own.Text.Length == 0 ? below : default;
            sentence = _places[place].Said.Length == 0 && own.Text is [>= 'a' and <= 'z', ..] ? own : default;
        }

        return texts;
    }

    // "A message you sent to", two addresses, "contained a virus": a sentence around all of the list.
    private OwnWords Continued(in OwnWords own, in OwnWords sentence, int place) =>
        own.Text.Length == 0 && sentence.Text is not null && _places.IsRightAboveNext(place) ? sentence with { After = own.After } : own;

    // The paragraph between the place and the next one that says more than its own words, or the one that the next one of the list has; without weight for none.
    private WeighedParagraph Below(in OwnWords own, in WeighedParagraph shared, int place, int end)
    {
        // Words of its own are enough where several recipients share what follows.
        var isEnough = own.Weight >= RefusalWords.Most || (own.Weight > 0 && _places.Count > 1);
        if (isEnough) return default;
        var found = _paragraphs.Best(own.After, end, own.Weight + 1);
        if (found.Weight == 0 && own.Weight == 0 && shared.Weight > 0 && _places.IsRightAboveNext(place)) found = shared;
        if (found.Weight == 0 || IsOfAnother(found.Text, place)) return default;
        // A reply above the list says more than a summary below it, or whom to write to; in a list with a reason below each the last one's is no summary.
        var isOfEach = place > 0 && !_places.IsRightAboveNext(place - 1) && !DeliveryWords.Contact.IsIn(FoldedText.Closed(found.Text));
        var isLessThanBefore = own.Weight == 0 && found.Weight < RefusalWords.Most && Before.Weight > found.Weight && !isOfEach;
        return isLessThanBefore ? default : found;
    }

    // A block that begins with another one of the list tells of that one alone.
    private bool IsOfAnother(string text, int place) =>
        _places.Count > 1 && PlaceWords.AddressAt(text, out _) is { } named && !named.Equals(_places[place].Address, StringComparison.OrdinalIgnoreCase) && Addresses.Contains(named);

    // Words of its own, else those above the list.
    private RefusalText FromAbove(in OwnWords own)
    {
        var above = Before.Text;
        if (own.Weight > 0 || above.Length == 0) return new RefusalText(own.Text, own.Text == above ? "" : above, own.Weight);
        var comment = own.Text.Length == 0 ? AroundBefore : AroundBefore.Length == 0 ? own.Text : own.Text + "\n" + AroundBefore;
        return new RefusalText(above, comment, Before.Weight) { IsFromAbove = true };
    }
}
