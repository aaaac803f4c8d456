using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Finds the addresses of a report that stand in a recipient's position. Linear in the report.</summary>
internal static class RecipientPlaces
{
    /// <summary>How many places are looked at: no report names ten thousand people, and one more shows that it does.</summary>
    public const int Most = 10_001;

    private const int LongestHeader = 20;
    private const string DirectoryName = ";dda:SMTP=";

    /// <summary>The places of the surest standing, in order; empty when the report names nobody.</summary>
    public static List<RecipientPlace> Find(TextLines report, ReportSentences sentences, Func<string, bool> isOwn)
    {
        var places = new List<RecipientPlace>();
        var isDelivered = false;
        for (var line = 0; line < report.Count && places.Count < Most; line++)
        {
            var words = report.Trimmed(line);
            // What follows repeats the list as a dialogue, with recipients that others count.
            if (places.Count > 0 && words is ['-', '-', ..] && Caseless.Contains(words, "transcript")) break;
            if (!report.HasSign(line)) isDelivered = Colon.Ends(words) ? DeliveryWords.SayDelivered(words) : isDelivered && !PlaceNeighbours.SaysFailed(words);
            else if (!isDelivered) Add(places, report, sentences, line, words, isOwn);
        }

        JoinLists(places, isOwn);
        if (Of(places, PlaceStanding.Listed, isOwn) is { } listed) return listed;
        if (Of(places, PlaceStanding.Alone, isOwn) is { } alone) return alone;
        places.AddRange(ToldRecipients.Find(report, sentences));
        for (var standing = PlaceStanding.Told; standing <= PlaceStanding.Replied; standing++)
        {
            if (Of(places, standing, isOwn) is not { } found || (standing == PlaceStanding.Addressed && !IsOne(found))) continue;
            // Where the command to the server names the same people, the answer stands right below it.
            return standing == PlaceStanding.Told && Commanded(places, found) is { } commanded ? commanded : found;
        }

        return [];
    }

    // "Failed recipients: a@b, c@d": what holds for the last one of a line holds for each. Of several whom a mail is addressed to nobody knows which one failed.
    private static void Add(List<RecipientPlace> places, TextLines report, ReportSentences sentences, int line, ReadOnlySpan<char> words, Func<string, bool> isOwn)
    {
        var list = AddressList.In(words);
        var isList = list.Before.Count > 0;
        if (isList && Colon.In(words) is > 0 and var colon && colon < list.Start && RecipientLabels.IsOfAll(words[..colon])) return;
        if (OfLine(report, sentences, line, isList ? string.Concat(words[..list.Start], words[list.Last..list.End]) : words, isOwn) is not { } place || (isList && (place.Standing == PlaceStanding.Addressed || IsSentence(words[list.Last..], place)))) return;
        foreach (var address in list.Before.Take(Most - 1 - places.Count)) places.Add(place with { Address = address });
        places.Add(place);
    }

    // "a@b, c@d weren't found at b"
    private static bool IsSentence(ReadOnlySpan<char> rest, in RecipientPlace last) =>
        last.Said is [>= 'a' and <= 'z', ..] && rest[(rest.IndexOf(last.Address) + last.Address.Length)..].TrimStart('>') is [' ', >= 'a' and <= 'z', ..];

    // What is listed may be the reader's own.
    private static List<RecipientPlace>? Of(List<RecipientPlace> places, PlaceStanding standing, Func<string, bool> isOwn)
    {
        List<RecipientPlace>? found = null;
        foreach (var place in places)
            if (place.Standing == standing && (standing == PlaceStanding.Listed || !isOwn(place.Address))) (found ??= []).Add(place);
        return found;
    }

    // The first of a list is of the list, though nothing announces it, and so are those below a label that has one beside it.
    private static void JoinLists(List<RecipientPlace> places, Func<string, bool> isOwn)
    {
        for (var i = 1; i < places.Count; i++)
            if (places[i].Said.Length == 0 && places[i - 1].Said.Length == 0) Join(i, i - 1);
        for (var i = places.Count - 2; i >= 0; i--) Join(i, i + 1);

        // One on the line beside a listed one.
        void Join(int place, int listed)
        {
            if (places[place].Standing == PlaceStanding.Alone && places[listed].Standing == PlaceStanding.Listed && places[listed].Line - places[place].Line == listed - place && !isOwn(places[place].Address))
                places[place] = places[place] with { Standing = PlaceStanding.Listed };
        }
    }

    private static List<RecipientPlace>? Commanded(List<RecipientPlace> places, List<RecipientPlace> told)
    {
        var commanded = places.FindAll(place => place.Standing == PlaceStanding.Commanded);
        if (commanded.Count == 0) return null;
        var named = commanded.Select(place => place.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return named.SetEquals(told.Select(place => place.Address)) ? commanded : null;
    }

    private static bool IsOne(List<RecipientPlace> places) =>
        places.TrueForAll(place => place.Address.Equals(places[0].Address, StringComparison.OrdinalIgnoreCase));

    private static RecipientPlace? OfLine(TextLines report, ReportSentences sentences, int line, ReadOnlySpan<char> words, Func<string, bool> isOwn)
    {
        if (report.HasColon(line) && (Command(words, line) ?? Directory(words, line)) is { } given) return given;
        var isOther = false;
        var isFound = AddressLine.Find(words, out var start, out var end);
        if (isFound && Labelled(report, sentences, words, line, start..end, out isOther) is { } labelled) return labelled;
        // The addresses in the words of a server may be anybody's.
        if (isOther || RefusalWords.IsReply(words) || ContinuesHeader(report, line)) return null;
        return Leading(report, sentences, words, line, isOwn) ?? Named(report, sentences, words, line)
            ?? (isFound ? Failed(words, line, start..end, isOwn) ?? Heading(report, words, line, start..end, isOwn) ?? Column(report, sentences, words, line, start..end, isOwn) : null);
    }

    // ">>> RCPT TO:<a@b>", "Sent <<< RCPT TO:<a@b>"
    private static RecipientPlace? Command(ReadOnlySpan<char> words, int line)
    {
        var at = Caseless.IndexOf(words, "RCPT TO:");
        if (at < 0) return null;
        return AddressLine.First(words[at..]) is { } address && !RefusalWords.HasCode(words) ? new RecipientPlace(address, line, "", PlaceStanding.Commanded) : null;
    }

    // Exchange 5.5, of whom its directory knows no name: "c=DE;a= ;p=DEST;o=HQ;dda:SMTP=a@b; on Wed, ..."
    private static RecipientPlace? Directory(ReadOnlySpan<char> words, int line) =>
        words.IndexOf(DirectoryName, StringComparison.OrdinalIgnoreCase) is > 0 and var at && AddressLine.First(words[(at + DirectoryName.Length)..]) is { } address
            ? new RecipientPlace(address, line, "", PlaceStanding.Listed) : null;

    private static RecipientPlace? Labelled(TextLines report, ReportSentences sentences, ReadOnlySpan<char> words, int line, Range place, out bool isOther)
    {
        isOther = false;
        var (start, end) = (place.Start.Value, place.End.Value);
        var colon = words.IndexOfAny(':', '：', '=');
        if (colon == 0 || start < colon) return null;
        if (colon < 0 && !(sentences.TellsOfDelivery && IsCell(words[..start], words[end..]))) return null;
        var address = words[place].ToString();
        if (colon < 0) return new RecipientPlace(address, line, "", PlaceStanding.Listed);
        // A label has its address right behind it: "Recipient: [SMTP:a@b]".
        var between = words[(colon + 1)..start];
        var label = words[..colon];
        var meaning = RecipientLabels.Of(label);
        isOther = meaning == RecipientLabels.Meaning.Other;
        if (meaning == RecipientLabels.Meaning.None && between.Trim(" \t<\"'").IsEmpty && words[end..].Trim(" \t>\"'.").IsEmpty && Refusal(words, label) is { IsEmpty: false } refusal)
            return new RecipientPlace(address, line, refusal.ToString(), PlaceStanding.Listed);
        if (meaning is RecipientLabels.Meaning.None or RecipientLabels.Meaning.Other || between.Length > 60) return null;
        // "To: a@b" with the answer of a server right below it is no line of the returned message.
        var standing = meaning == RecipientLabels.Meaning.Addressee && !IsOutcome(report.Trimmed(line + 1)) ? PlaceStanding.Addressed : PlaceStanding.Listed;
        if (standing == PlaceStanding.Addressed && (!sentences.TellsOfDelivery || !IsOnly(report, line, words[end..], address))) return null;
        if (standing == PlaceStanding.Listed && !sentences.TellsOfDelivery && !sentences.Says(Idea.Failed) && !sentences.HasCode && !PlaceNeighbours.IsReason(label)) return null;
        var said = PlaceWords.Said(words[end..], address);
        return new RecipientPlace(address, line, said.Length == 0 && PlaceNeighbours.IsReason(label) ? Reason(words, label).ToString() : said, standing);
    }

    // "550 5.1.1 unknown", "Failed: connection timed out"
    private static bool IsOutcome(ReadOnlySpan<char> words) =>
        RefusalWords.IsReply(words) || (words.IndexOf(':') is > 0 and var colon && words[..colon].Trim().Equals("failed", StringComparison.OrdinalIgnoreCase));

    // The cells of a table: "Recipient a@b", and nothing else; "Delivered to a@b" is a sentence.
    private static bool IsCell(ReadOnlySpan<char> label, ReadOnlySpan<char> after) =>
        after.Trim(">';,").IsEmpty && !DeliveryWords.AreDelivered(label) && RecipientLabels.Of(label.TrimEnd(" <")) == RecipientLabels.Meaning.Recipient;

    // Of several whom a mail is addressed to nobody knows which one failed.
    private static bool IsOnly(TextLines report, int line, ReadOnlySpan<char> rest, string address) =>
        (AddressLine.First(rest) is not { } next || next.Equals(address, StringComparison.OrdinalIgnoreCase)) && !(rest.TrimEnd().EndsWith(',') && report.HasSign(line + 1));

    // "To: a@b," and the others below it.
    private static bool ContinuesHeader(TextLines report, int line)
    {
        if (!report.IsIndented(line) || !report.Trimmed(line - 1).EndsWith(',')) return false;
        var first = line - 1;
        while (line - first < LongestHeader && report.Trimmed(first - 1).EndsWith(',')) first--;
        var words = report.Trimmed(first);
        return words.IndexOf(':') is > 0 and var colon && RecipientLabels.Of(words[..colon]) is RecipientLabels.Meaning.Addressee or RecipientLabels.Meaning.Other;
    }

    // "User mailbox exceeds allowed size: a@b": the label is the reason; "Delivery failed 20 attempts: a@b": the line says all that is known. Empty for any other label.
    private static ReadOnlySpan<char> Refusal(ReadOnlySpan<char> words, ReadOnlySpan<char> label)
    {
        var refusal = PlaceNeighbours.IsReason(label) ? Reason(words, label) : PlaceNeighbours.SaysFailed(label) ? words : [];
        return refusal.IsEmpty || DeliveryWords.Denials.Ends(FoldedText.Closed(label).AsSpan().TrimEnd()) ? [] : refusal;
    }

    // "550 5.1.1 User unknown: a@b" is all of it the server's.
    private static ReadOnlySpan<char> Reason(ReadOnlySpan<char> words, ReadOnlySpan<char> label) => RefusalWords.IsReply(label) ? words : label;

    // "undeliverable to a@b: host mx said 571 ...", a line of a list; "550 failure for a@b: blocked" is a server's answer.
    private static RecipientPlace? Failed(ReadOnlySpan<char> words, int line, Range place, Func<string, bool> isOwn)
    {
        var rest = words[place.End..].TrimStart(">\"'");
        if (rest is not [':', ..] || !PlaceNeighbours.SaysFailed(words[..place.Start]) || RefusalWords.HasCode(words[..place.Start])) return null;
        var address = words[place].ToString();
        var said = PlaceWords.Said(rest, address);
        return RefusalWords.Weight(said) > 0 && !isOwn(address) ? new RecipientPlace(address, line, said, PlaceStanding.Listed) : null;
    }

    // "Failed to deliver to 'a@b'" at the head of a paragraph, or of its next part, and below it why.
    private static RecipientPlace? Heading(TextLines report, ReadOnlySpan<char> words, int line, Range place, Func<string, bool> isOwn)
    {
        if (report.IsBlank(line + 1) || !OpensPart(report, line, words[..place.Start]) || !words[place.End..].Trim(">'\". ").IsEmpty || !PlaceNeighbours.SaysFailed(words[..place.Start])) return null;
        var address = words[place].ToString();
        return isOwn(address) || PlaceNeighbours.SaysFailed(report.Trimmed(line + 1)) ? null : new RecipientPlace(address, line, "", PlaceStanding.Listed);
    }

    // The paragraph begins with the same words.
    private static bool OpensPart(TextLines report, int line, ReadOnlySpan<char> label)
    {
        var first = line;
        while (line - first < LongestHeader && !report.IsBlank(first - 1)) first--;
        return report.Trimmed(first).StartsWith(label, StringComparison.Ordinal);
    }

    private static RecipientPlace? Leading(TextLines report, ReportSentences sentences, ReadOnlySpan<char> words, int line, Func<string, bool> isOwn)
    {
        var listed = words.TrimStart(PlaceWords.Bullets);
        if (words is ['>', '>', ..] or ['<', '<', ..] || PlaceWords.AddressAt(listed, out var rest) is not { } address) return null;
        rest = PlaceWords.WithoutRepetition(rest, address);
        // "a@b and", and the last one below it.
        if (DeliveryWords.Ands.Contains(rest.Trim(" ,"))) rest = default;
        var said = PlaceWords.Said(rest, address);
        if (!PlaceWords.Fits(rest, said) || PlaceNeighbours.IsContact(report, sentences, line) || PlaceNeighbours.IsDenied(report, line)) return null;
        var explained = RefusalWords.Weight(said) > 0 || (said.Length == 0 && PlaceNeighbours.IsExplainedBelow(report, line, rest));
        explained |= said.Length == 0 && rest.IsWhiteSpace() && PlaceNeighbours.IsExplainedAbove(report, line);
        // The first words of a report whose next ones are a server's reply.
        var opens = said.Length == 0 && report.SkipBlank(0) == line && sentences.HasCode;
        if (!explained && !opens && !sentences.TellsOfDelivery) return null;
        var announced = PlaceNeighbours.IsAnnounced(report, sentences, line);
        // "anna@origin.example is not subscribed": a list tells the sender why he may not write.
        if ((!announced || (rest is [' ', ..] && rest.TrimStart() is [>= 'a' and <= 'z', ..])) && isOwn(address)) return null;
        return new RecipientPlace(address, line, said, explained || announced ? PlaceStanding.Listed : PlaceStanding.Alone);
    }

    // "Neko <a@b>", "Neko<mailto:a@b>" in a list; "Neko (a@b) (The name was not found)".
    private static RecipientPlace? Named(TextLines report, ReportSentences sentences, ReadOnlySpan<char> words, int line)
    {
        var open = words.IndexOfAny('<', '(');
        if (open is < 1 or > 80 || words[..open].ContainsAny(".!?:;")) return null;
        var close = words[open..].IndexOf(words[open] == '<' ? '>' : ')');
        var bracketed = close < 0 ? default : words[open] == '<' ? words.Slice(open, close + 1) : words.Slice(open + 1, close - 1);
        if (AddressLine.Alone(bracketed) is not { } address || !address.Contains('@')) return null;
        var rest = words[(open + close + 1)..];
        var said = PlaceWords.Said(rest, address);
        if (said.Length > 0 && (rest.TrimStart() is not ['(' or '[' or ':' or '-', ..] || (RefusalWords.Weight(said) == 0 && !PlaceNeighbours.FollowsNamed(report, line)))) return null;
        // A table whose cells stand side by side: "From <a@b>".
        var label = RecipientLabels.Of(words[..open]);
        if (label == RecipientLabels.Meaning.Other) return null;
        if (label == RecipientLabels.Meaning.Addressee) return sentences.TellsOfDelivery ? new RecipientPlace(address, line, said, PlaceStanding.Addressed) : null;
        if (DeliveryWords.AreDelivered(words[..open]) || !(PlaceNeighbours.IsAnnounced(report, sentences, line) || PlaceNeighbours.FollowsNamed(report, line) || OpensParagraph(report, sentences, line, rest)) || PlaceNeighbours.IsContact(report, sentences, line)) return null;
        var name = FoldedText.Closed(words[..open]).AsSpan();
        return DeliveryWords.Contacts.IsIn(name) || DeliveryWords.Failures.IsIn(name) || DeliveryWords.Denials.Ends(name.TrimEnd()) ? null : new RecipientPlace(address, line, said, PlaceStanding.Listed);
    }

    // Exchange 2007: "Neko (a@b)", and below it why.
    private static bool OpensParagraph(TextLines report, ReportSentences sentences, int line, ReadOnlySpan<char> rest) =>
        sentences.IsFailure && rest.IsWhiteSpace() && report.IsBlank(line - 1) && RefusalWords.Weight(report.Trimmed(line + 1)) > 0;

    // A table: the address is a column of its own.
    private static RecipientPlace? Column(TextLines report, ReportSentences sentences, ReadOnlySpan<char> words, int line, Range place, Func<string, bool> isOwn)
    {
        if (!sentences.TellsOfDelivery || PlaceNeighbours.IsContact(report, sentences, line)) return null;
        var before = words[..place.Start].TrimEnd("<\"'");
        var after = words[place.End..].TrimStart(">\"'");
        if (!EndsColumn(before) || !(after.IsEmpty || after[0] is '|' or '\t' || after.StartsWith("  ") || after.StartsWith(" |"))) return null;
        if (RecipientLabels.Of(before) == RecipientLabels.Meaning.Other) return null;
        // A table of the original mail names who wrote it too.
        var address = words[place].ToString();
        return isOwn(address) ? null : new RecipientPlace(address, line, (before.Trim("|\t ").ToString() + " " + after.Trim("|\t ").ToString()).Trim(), PlaceStanding.Listed);
    }

    private static bool EndsColumn(ReadOnlySpan<char> before) =>
        before.EndsWith("|") || before.EndsWith("| ") || before.EndsWith("\t") || before.EndsWith("  ");
}
