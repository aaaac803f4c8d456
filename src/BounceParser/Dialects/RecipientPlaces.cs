using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Finds the addresses of a report that stand in a recipient's position. Linear in the report.</summary>
internal static class RecipientPlaces
{
    /// <summary>How many places are looked at: no report names more people.</summary>
    public const int Most = 10_000;

    private const int LongestReason = 80;
    private const int LongestHeader = 20;
    private const int LongestTime = 60;
    private const string Bullets = "-*•·>|#– \t ";

    /// <summary>The places of the surest standing, in order; empty when the report names nobody.</summary>
    public static List<RecipientPlace> Find(TextLines report, ReportSentences sentences, Func<string, bool> isOwn)
    {
        var places = new List<RecipientPlace>();
        for (var line = 0; line < report.Count && places.Count < Most; line++)
        {
            var words = report.Trimmed(line);
            // What follows repeats the list as a dialogue, with recipients that others count.
            if (places.Count > 0 && words is ['-', '-', ..] && Caseless.Contains(words, "transcript")) break;
            if (words.Contains('@') && OfLine(report, sentences, line, words, isOwn) is { } place) places.Add(place);
        }

        places.AddRange(ToldRecipients.Find(report, sentences));
        for (var standing = PlaceStanding.Listed; standing <= PlaceStanding.Replied; standing++)
        {
            var found = places.FindAll(place => place.Standing == standing && (standing == PlaceStanding.Listed || !isOwn(place.Address)));
            if (found.Count == 0 || (standing == PlaceStanding.Addressed && !IsOne(found))) continue;
            // Where the command to the server names the same people, the answer stands right below it.
            return standing == PlaceStanding.Told && Commanded(places, found) is { } commanded ? commanded : found;
        }

        return [];
    }

    private static List<RecipientPlace>? Commanded(List<RecipientPlace> places, List<RecipientPlace> told)
    {
        var commanded = places.FindAll(place => place.Standing == PlaceStanding.Commanded);
        var named = commanded.Select(place => place.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return named.SetEquals(told.Select(place => place.Address)) ? commanded : null;
    }

    private static bool IsOne(List<RecipientPlace> places) =>
        places.TrueForAll(place => place.Address.Equals(places[0].Address, StringComparison.OrdinalIgnoreCase));

    private static RecipientPlace? OfLine(TextLines report, ReportSentences sentences, int line, ReadOnlySpan<char> words, Func<string, bool> isOwn)
    {
        if (Command(words, line) is { } commanded) return commanded;
        if (Labelled(report, sentences, words, line, out var isOther) is { } labelled) return labelled;
        // The addresses in the words of a server may be anybody's.
        if (isOther || IsReply(words) || ContinuesHeader(report, line)) return null;
        return Leading(report, sentences, words, line, isOwn) ?? Named(report, sentences, words, line) ?? Column(report, sentences, words, line);
    }

    // ">>> RCPT TO:<a@b>", "Sent <<< RCPT TO:<a@b>"
    private static RecipientPlace? Command(ReadOnlySpan<char> words, int line)
    {
        var at = Caseless.IndexOf(words, "RCPT TO:");
        if (at < 0) return null;
        return AddressLine.First(words[at..]) is { } address && !RefusalWords.HasCode(words) ? new RecipientPlace(address, line, "", PlaceStanding.Commanded) : null;
    }

    private static bool IsReply(ReadOnlySpan<char> words)
    {
        words = words.TrimStart("<> \t");
        return words.Length > 3 && ReplyScanner.At(words, 0) is not null;
    }

    private static RecipientPlace? Labelled(TextLines report, ReportSentences sentences, ReadOnlySpan<char> words, int line, out bool isOther)
    {
        isOther = false;
        var colon = words.IndexOfAny(':', '：', '=');
        if (colon <= 0 || AddressLine.First(words, out var start, out var end) is not { } address || start < colon) return null;
        // A label has its address right behind it: "Recipient: [SMTP:a@b]".
        var between = words[(colon + 1)..start];
        var label = words[..colon];
        var meaning = RecipientLabels.Of(label);
        isOther = meaning == RecipientLabels.Meaning.Other;
        if (meaning == RecipientLabels.Meaning.None && Refuses(label, between, words[end..])) return new RecipientPlace(address, line, label.ToString(), PlaceStanding.Listed);
        if (meaning is RecipientLabels.Meaning.None or RecipientLabels.Meaning.Other || between.Length > 60) return null;
        var standing = meaning == RecipientLabels.Meaning.Addressee ? PlaceStanding.Addressed : PlaceStanding.Listed;
        if (standing == PlaceStanding.Addressed && (!sentences.TellsOfDelivery || !IsOnly(report, line, words[end..], address))) return null;
        if (standing == PlaceStanding.Listed && !sentences.TellsOfDelivery && !sentences.Says(DeliveryWords.Failures) && !sentences.HasCode && !IsReason(label)) return null;
        var said = Said(words[end..], address);
        return new RecipientPlace(address, line, said.Length == 0 && IsReason(label) ? label.ToString() : said, standing);
    }

    // Of several whom a mail is addressed to nobody knows which one failed.
    private static bool IsOnly(TextLines report, int line, ReadOnlySpan<char> rest, string address) =>
        (AddressLine.First(rest) is not { } next || next.Equals(address, StringComparison.OrdinalIgnoreCase)) && !(rest.TrimEnd().EndsWith(',') && report[line + 1].Contains('@'));

    // "To: a@b," and the others below it.
    private static bool ContinuesHeader(TextLines report, int line)
    {
        if (!report.IsIndented(line) || !report.Trimmed(line - 1).EndsWith(',')) return false;
        var first = line - 1;
        while (line - first < LongestHeader && report.Trimmed(first - 1).EndsWith(',')) first--;
        var words = report.Trimmed(first);
        return words.IndexOf(':') is > 0 and var colon && RecipientLabels.Of(words[..colon]) is RecipientLabels.Meaning.Addressee or RecipientLabels.Meaning.Other;
    }

    // "User mailbox exceeds allowed size: a@b", and nothing else: the label is the reason.
    private static bool Refuses(ReadOnlySpan<char> label, ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.Trim(" \t<\"'").IsEmpty && after.Trim(" \t>\"'.").IsEmpty && IsReason(label);

    private static bool IsReason(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestReason) return false;
        var folded = MarkerIndex.Fold(words).AsSpan();
        return RefusalWords.Refuse(folded) && DeliveryWords.Persons.IsIn(folded);
    }

    private static RecipientPlace? Leading(TextLines report, ReportSentences sentences, ReadOnlySpan<char> words, int line, Func<string, bool> isOwn)
    {
        var listed = words.TrimStart(Bullets);
        if (words is ['>', '>', ..] or ['<', '<', ..] || AddressAt(listed, out var rest) is not { } address) return null;
        rest = WithoutRepetition(rest, address);
        var said = Said(rest, address);
        if (!Fits(rest, said) || IsContact(report, sentences, line)) return null;
        var explained = RefusalWords.Weight(said) > 0 || (said.Length == 0 && IsExplainedBelow(report, line, rest));
        explained |= said.Length == 0 && rest.IsWhiteSpace() && IsExplainedAbove(report, line);
        // The first words of a report whose next ones are a server's reply.
        var opens = said.Length == 0 && sentences.HasCode && report.SkipBlank(0) == line;
        if (!explained && !opens && !sentences.TellsOfDelivery) return null;
        var announced = IsAnnounced(report, sentences, line);
        // "anna@origin.example is not subscribed": a list tells the sender why he may not write.
        if ((!announced || rest is [' ', >= 'a' and <= 'z', ..]) && isOwn(address)) return null;
        return new RecipientPlace(address, line, said, explained || announced ? PlaceStanding.Listed : PlaceStanding.Alone);
    }

    // "<a@b>:" and something below it, or words that say why.
    private static bool IsExplainedBelow(TextLines report, int line, ReadOnlySpan<char> rest) =>
        !report.IsBlank(line + 1) && AddressAt(report.Trimmed(line + 1).TrimStart(Bullets), out _) is null && (rest.Trim() is ":" || IsDeeper(report, line + 1, line) || RefusalWords.Weight(report[line + 1]) > 0);

    // "The user's account is disabled." and the address below it.
    private static bool IsExplainedAbove(TextLines report, int line)
    {
        if (line == 0 || !report.IsBlank(line - 1)) return false;
        var above = line - 2;
        while (above > 0 && report.IsBlank(above)) above--;
        return above >= 0 && report.Trimmed(above).EndsWith('.') && IsReason(report.Trimmed(above));
    }

    private static bool IsDeeper(TextLines report, int line, int than) =>
        report[line].Length - report[line].TrimStart().Length > report[than].Length - report[than].TrimStart().Length;

    private static string? AddressAt(ReadOnlySpan<char> words, out ReadOnlySpan<char> rest) =>
        AddressLine.Leading(words, out rest) is { } address && address.Contains('@') && !address.AsSpan().ContainsAny(" \t<") ? address : null;

    // "Neko <a@b>", "Neko<mailto:a@b>" in a list.
    private static RecipientPlace? Named(TextLines report, ReportSentences sentences, ReadOnlySpan<char> words, int line)
    {
        var open = words.IndexOf('<');
        if (open is < 1 or > 80 || words[^1] != '>' || words[..open].ContainsAny(".!?:;")) return null;
        if (AddressLine.Alone(words[open..]) is not { } address || !address.Contains('@')) return null;
        // A table whose cells stand side by side: "From <a@b>".
        var label = RecipientLabels.Of(words[..open]);
        if (label == RecipientLabels.Meaning.Other) return null;
        if (label == RecipientLabels.Meaning.Addressee) return sentences.TellsOfDelivery ? new RecipientPlace(address, line, "", PlaceStanding.Addressed) : null;
        if (!IsAnnounced(report, sentences, line) || IsContact(report, sentences, line)) return null;
        var name = MarkerIndex.Fold(words[..open]).AsSpan();
        return DeliveryWords.Contacts.IsIn(name) || DeliveryWords.Failures.IsIn(name) || DeliveryWords.Denials.Ends(name.TrimEnd()) ? null : new RecipientPlace(address, line, "", PlaceStanding.Listed);
    }

    // A table: the address is a column of its own.
    private static RecipientPlace? Column(TextLines report, ReportSentences sentences, ReadOnlySpan<char> words, int line)
    {
        if (!sentences.TellsOfDelivery || AddressLine.First(words, out var start, out var end) is not { } address || IsContact(report, sentences, line)) return null;
        var before = words[..start].TrimEnd("<\"'");
        var after = words[end..].TrimStart(">\"'");
        if (!EndsColumn(before) || !(after.IsEmpty || after[0] is '|' or '\t' || after.StartsWith("  ") || after.StartsWith(" |"))) return null;
        if (RecipientLabels.Of(before) == RecipientLabels.Meaning.Other) return null;
        return new RecipientPlace(address, line, (before.Trim("|\t ").ToString() + " " + after.Trim("|\t ").ToString()).Trim(), PlaceStanding.Listed);
    }

    private static bool EndsColumn(ReadOnlySpan<char> before) =>
        before.EndsWith("|") || before.EndsWith("| ") || before.EndsWith("\t") || before.EndsWith("  ");

    // What may follow an address that a list names, and not one in the middle of a sentence.
    private static bool Fits(ReadOnlySpan<char> rest, string said)
    {
        if (rest.IsWhiteSpace() || said.Length == 0) return true;
        if (rest[0] is ':' or ';' or '(' or '[' or '{' or '=' or '|' or '\t' or '–' or '—' || rest.StartsWith("...") || rest.StartsWith("  ") || rest.StartsWith(" - ") || rest.StartsWith(" (") || rest.StartsWith(" [")) return true;
        if (rest.StartsWith(" on ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith(" : ") || rest.StartsWith(" –") || rest.StartsWith(" ... ") || rest.StartsWith(" =")) return true;
        return RefusalWords.Weight(said) > 0 || DeliveryWords.Failures.IsIn(MarkerIndex.Fold(said));
    }

    // "a@b (a@b)<mailto:a@b>", "\"a@b\" <a@b>"
    private static ReadOnlySpan<char> WithoutRepetition(ReadOnlySpan<char> rest, string address)
    {
        for (var i = 0; i < 3; i++)
        {
            var next = rest.TrimStart();
            if (next is not ['<' or '(' or '[', ..] || AddressLine.First(next, out _, out var end) is not { } again || !again.Equals(address, StringComparison.OrdinalIgnoreCase)) break;
            if (end >= next.Length || next[end] is not ('>' or ')' or ']') || next[..end].IndexOf(' ') >= 0) break;
            rest = next[(end + 1)..];
        }

        return rest;
    }

    private static string Said(ReadOnlySpan<char> rest, string address)
    {
        var said = WithoutRepetition(rest, address).TrimStart(" \t:;,>]|=–—…\"'").TrimStart("-. ").TrimEnd();
        if (IsWhen(said)) return "";
        return said.Trim("()[]|>.,; \t").IsEmpty ? "" : said.ToString();
    }

    // "a@b on Thu, 29 Apr 2010", "a@b am Di, 16 Jan 2001 15:40:08": when it was tried.
    private static bool IsWhen(ReadOnlySpan<char> said) =>
        said.Length < LongestTime && said.IndexOf(' ') is > 0 and <= 3 && char.IsLetter(said[0]) && !RefusalWords.HasCode(said)
        && (said.StartsWith("on ", StringComparison.OrdinalIgnoreCase) || (said.IndexOf(':') is > 0 and var colon && char.IsAsciiDigit(said[colon - 1]) && RefusalWords.Weight(said) == 0));

    /// <summary>True when the address that starts the line belongs to a sentence that says whom to write to.</summary>
    private static bool IsContact(TextLines report, ReportSentences sentences, int line)
    {
        var position = sentences.StartOf(line);
        var before = line - 1;
        while (before > 0 && report.IsBlank(before)) before--;
        if (before < 0) return false;
        var adjacent = before == line - 1;
        var last = report.Trimmed(before);
        if (IsReply(last)) return false;
        if (!adjacent && !(last.EndsWith(':') || last.EndsWith('：'))) return false;
        if (adjacent && last.Contains('@') && AddressAt(last.TrimStart(Bullets), out _) is not null) return false;
        var (start, _) = sentences.Sentence(adjacent ? Math.Max(position - 1, 0) : sentences.StartOf(before));
        var end = adjacent ? position : sentences.StartOf(before + 1);
        if (end <= start) return false;
        return DeliveryWords.Contacts.IsIn(sentences.Folded.AsSpan(start, end - start)) && !sentences.FailsWithin(start, end);
    }

    /// <summary>True when the words before the line announce a list, or the line before is of the list.</summary>
    private static bool IsAnnounced(TextLines report, ReportSentences sentences, int line)
    {
        var before = line - 1;
        while (before > 0 && report.IsBlank(before)) before--;
        if (before < 0) return false;
        var last = report.Trimmed(before);
        if (AddressAt(last.TrimStart(Bullets), out _) is not null) return true;
        var first = before;
        while (first > 0 && !report.IsBlank(first - 1) && before - first < 4) first--;
        return last.EndsWith(':') || last.EndsWith('：') || sentences.FailsWithin(sentences.StartOf(first), sentences.StartOf(line));
    }
}
