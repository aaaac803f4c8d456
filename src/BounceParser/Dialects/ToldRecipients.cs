using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Finds recipients that a report names in its sentences: "Your message to a@b could not be delivered".</summary>
/// <remarks>What was learnt of a sentence holds for all its addresses: a line of a thousand costs no more than its length.</remarks>
internal sealed class ToldRecipients
{
    private const int LookBack = 48;
    private const int LongestLine = 400;

    private readonly ReportSentences _sentences;
    private readonly bool _tells;
    private (int Start, int End) _sentence;
    private bool _fails, _refuses;
    private int _contact, _scanned, _code = int.MinValue, _sender = int.MinValue;

    private ToldRecipients(ReportSentences sentences) => (_sentences, _tells) = (sentences, sentences.TellsOfDelivery);

    public static List<RecipientPlace> Find(TextLines report, ReportSentences sentences)
    {
        var (told, places) = (new ToldRecipients(sentences), new List<RecipientPlace>());
        var words = sentences.Words;
        for (var from = 0; from < words.Length && places.Count < RecipientPlaces.Most;)
        {
            if (!AddressLine.Find(words[from..], out var start, out var end)) break;
            var address = words[(from + start)..(from + end)];
            var line = sentences.LineAt(from + start);
            // "W32/Netsky.P@mm" is no address.
            if (MailAddress.IsQualified(address) && !ListAddress.IsCommand(address) && !Repeats(places, address, line) && told.Standing(from + start, from + end, sentences.StartOf(line)) is { } standing)
                places.Add(new RecipientPlace(address.ToString(), Math.Min(line, report.Count - 1), "", standing));
            from += end;
        }

        return places;
    }

    // "Failed to deliver to 'list@b'", and below it "LIST module(list list@b) reports:".
    private static bool Repeats(List<RecipientPlace> places, ReadOnlySpan<char> address, int line) =>
        places is [.., var before] && before.Line == line - 1 && address.Equals(before.Address, StringComparison.OrdinalIgnoreCase);

    private PlaceStanding? Standing(int start, int end, int lineStart)
    {
        var folded = _sentences.Folded;
        var hasCode = HasCodeBefore(start, end, lineStart);
        var lead = InParagraph(Math.Max(0, start - LookBack), start).TrimEnd(" <\"'`(:=‘“«„,");
        if (DeliveryWords.NotBefore.Ends(lead))
        {
            _sender = end;
            return null;
        }

        var line = folded[Math.Max(lineStart, start - LongestLine)..start];
        var colon = Colon.In(line);
        if (colon > 0 && RecipientLabels.Of(line[..colon]) is RecipientLabels.Meaning.Other or RecipientLabels.Meaning.Addressee) return null;
        if (colon > 0 && RecipientLabels.IsOfAll(line[..colon]) && HasMore(line, end)) return null;
        if (hasCode) return RepliedAddress.Standing(folded, start, end);
        if (IsRejected(lead, folded[end..])) return PlaceStanding.Told;
        Enter(start);
        var isLed = DeliveryWords.Before.Ends(lead) || FollowsSender(start) || DeliveryWords.Behind.Begins(folded[end..ParagraphEnd(end)].TrimStart(" >\"')」』”’"));
        if (!isLed && _contact < start) return null;
        if (RecipientLabels.AreDelivered(line)) return null;
        if (_fails) return PlaceStanding.Told;
        return _tells && (isLed || _refuses) ? PlaceStanding.Told : null;
    }

    // "recipient <a@b> rejected: 550 5.1.1 ...": whomever the answer names, it is this one's.
    private static bool IsRejected(ReadOnlySpan<char> lead, ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart(" >");
        return lead.EndsWith("recipient") && behind.StartsWith("rejected: ") && RefusalWords.HasCode(behind[..Math.Min(behind.Length, LookBack)]);
    }

    // From the last paragraph's end on, if one ends there.
    private ReadOnlySpan<char> InParagraph(int start, int end) => _sentences.Folded[(start + _sentences.Words[start..end].LastIndexOf('\n') + 1)..end];

    // Another address beside it.
    private bool HasMore(ReadOnlySpan<char> before, int end) => before.Contains('@') || _sentences.Words[end..ParagraphEnd(end)].Contains('@');

    // Up to the paragraph's end, not further than a long line is long.
    private int ParagraphEnd(int start)
    {
        var rest = _sentences.Words[start..];
        if (rest.Length > LongestLine) rest = rest[..LongestLine];
        return rest.IndexOf('\n') is >= 0 and var end ? start + end : start + rest.Length;
    }

    // "unable to deliver the message from a@b to c@d"
    private bool FollowsSender(int start) => start - _sender is > 0 and < LookBack && _fails
        && DeliveryWords.Then.Contains(_sentences.Folded[_sender..start].Trim(" <>\"'()[],"));

    // The sentence around the place, unless it is the one before's.
    private void Enter(int start)
    {
        if (start < _sentence.End) return;
        _sentence = _sentences.Sentence(start);
        _fails = _sentences.FailsWithin(_sentence.Start, _sentence.End);
        _refuses = _sentences.Says(Idea.Refused, _sentence.Start, _sentence.End);
        var contact = _sentences.First(Idea.Contact, _sentence.Start, _sentence.End);
        _contact = contact < 0 ? int.MaxValue : contact;
    }

    // A reply stands before the address in its line, no further off than a long line is long.
    private bool HasCodeBefore(int start, int end, int lineStart)
    {
        var first = Math.Max(Math.Max(lineStart, start - LongestLine), _scanned);
        if (first < start && RefusalWords.HasCode(_sentences.Folded[first..start])) _code = start;
        _scanned = end;
        return _code >= Math.Max(lineStart, start - LongestLine);
    }
}
