using BounceParser.Catalogue;
using BounceParser.Evidence;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Reads what many programs write alike; null for a text that says nothing of a failed delivery.</summary>
/// <remarks>It decides on the bounces of programs that nobody has met: a sentence that says so, addresses where reports name recipients, replies near them. Linear in the text.</remarks>
internal static class SharedReader
{
    // A longer text without a recipient tells of many things.
    private const int LongestBareReport = 40;
    private const int LongestFragment = 8;

    public static BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var sentences = text.Sentences;
        var recipients = PastedFields.Read(report, sentences);
        if (recipients.Count == 0) recipients = Answered(Recipients(text, report, sentences), text);
        if (recipients.Count == 0) recipients = Named(report, sentences);
        if (recipients.Count == 0 && Unnamed(text, report, sentences) is { } unnamed) recipients = [InSubject(text) is { } listed ? unnamed with { FinalRecipient = listed } : unnamed];
        return recipients.Count == 0 ? null : new BounceEvidence
        {
            ReportingMta = ReportingHost(sentences),
            OriginalStart = text.OriginalStart,
            Recipients = recipients,
            IsTruncated = recipients.Count == RecipientPlaces.Most,
        };
    }

    /// <summary>What the whole text says of the mail: late, given up, delivered; null when it does not say.</summary>
    public static DsnAction? ActionOf(ReportSentences sentences) =>
        sentences.IsDelayed && !sentences.IsFinal ? DsnAction.Delayed
        : sentences.IsSuccess && !sentences.IsFailure ? (Fragment.Holds(sentences.Folded, "relayed") ? DsnAction.Relayed : DsnAction.Delivered)
        : sentences.IsFailure || sentences.IsFinal ? DsnAction.Failed : null;

    private static List<RecipientEvidence> Recipients(BounceText text, TextLines report, ReportSentences sentences)
    {
        var places = RecipientPlaces.Find(report, sentences, text.IsOwn);
        // A rule of a mailbox that is closed answers in its own name.
        if (places.Count == 0 && text.Author is { } author)
            places = RecipientPlaces.Find(report, sentences, text.IsReader).FindAll(place => place.Address.Equals(author, StringComparison.OrdinalIgnoreCase));
        if (places.Count == 0) return [];
        var said = new RefusalTexts(report, sentences, places).Read();
        var action = ActionOf(sentences);
        if (places.Count == 1) return [Recipient(places[0], said[0], action, sentences)];
        var isList = places[0].Standing is PlaceStanding.Listed or PlaceStanding.Alone;
        var someWait = isList && sentences.IsDelayed && Array.Exists(said, IsLate) && !Array.TrueForAll(said, IsLate);
        var recipients = new List<RecipientEvidence>(places.Count);
        var seen = new Dictionary<string, (int Index, RefusalText Said)>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < places.Count; i++)
        {
            var address = places[i].Address;
            if (seen.TryAdd(address, (recipients.Count, said[i])))
            {
                recipients.Add(Recipient(places[i], said[i], Own(said[i]), sentences));
            }
            else if (seen[address] is var (index, before) && said[i].TellsMoreThan(before))
            {
                // A report in two languages names everybody twice.
                (recipients[index], seen[address]) = (Recipient(places[i], said[i], Own(said[i]), sentences), (index, said[i]));
            }
        }

        // What an application logs of a mail lists all whom it was for: one of them may have been refused.
        return text.Mail is not null || recipients.Count == 1 || places.Exists(place => place.Line != places[0].Line) || AreTold()
            ? recipients : recipients.ConvertAll(recipient => recipient with { IsHearsay = true });

        bool AreTold() => isList ? sentences.IsFailure && PlaceWords.AddressAt(report.Trimmed(places[0].Line), out _) is not null : sentences.TellsOfOwnMessage();

        // Of several some may have failed, and others wait: then the answer tells which, or the words of those who wait.
        DsnAction? Own(in RefusalText one) => action switch
        {
            DsnAction.Delayed when (sentences.IsFailure && ReplyScanner.Find(one.Text) is { Code: >= 500 }) || (someWait && one is { Weight: > 0, IsFromAbove: false } && !IsLate(one) && ReplyScanner.Find(one.Text) is not { Code: < 500 }) => DsnAction.Failed,
            DsnAction.Failed when someWait && IsLate(one) => DsnAction.Delayed,
            _ => action,
        };
    }

    // "queued, will retry for 48 hours"
    private static bool IsLate(RefusalText said) => !said.IsFromAbove && said.Text.Length > 0 && DeliveryWords.Late.IsIn(FoldedText.Closed(said.Text));

    // A gateway that shows its session shows what was answered to each recipient.
    private static List<RecipientEvidence> Answered(List<RecipientEvidence> recipients, BounceText text)
    {
        if (recipients.Count == 0 || SessionDialogue.Read(text.Words, out _) is not { } dialogue) return recipients;
        var answers = new Dictionary<string, RecipientEvidence>(StringComparer.OrdinalIgnoreCase);
        foreach (var answered in dialogue.Recipients)
            if (answered.FinalRecipient is { } address && answered.DiagnosticText is ['4' or '5', ..]) answers[address] = answered;
        return recipients.ConvertAll(recipient => recipient.FinalRecipient is { } address && answers.TryGetValue(address, out var answer)
            ? recipient with { DiagnosticText = answer.DiagnosticText, Stage = answer.Stage } : recipient);
    }

    // The To: of the returned message says who was written to, not who failed.
    private static RecipientEvidence Recipient(in RecipientPlace place, in RefusalText said, DsnAction? action, ReportSentences sentences) =>
        Recipient(place.Address, said, action, sentences, place.Standing == PlaceStanding.Addressed ? RecipientSource.ReturnedMessage : RecipientSource.Report, Fragment.AliasAt(place.Said));

    private static RecipientEvidence Recipient(string? address, in RefusalText said, DsnAction? action, ReportSentences sentences, RecipientSource source = RecipientSource.Report, string? alias = null) => new()
    {
        FinalRecipient = address,
        Alias = alias,
        Source = source,
        Action = action,
        DiagnosticText = said.Text,
        Comment = said.Comment == said.Text ? "" : said.Comment,
        RemoteMta = HostName.After(said.Text, "talking to ") ?? sentences.TalkedTo,
        Expired = sentences.IsExpired && action != DsnAction.Delayed,
    };

    private static List<RecipientEvidence> Named(TextLines report, ReportSentences sentences)
    {
        if (!sentences.TellsOfDelivery) return [];
        var action = ActionOf(sentences);
        return [.. LocalNames.Find(report, sentences).Select(name => Recipient(null, new RefusalText(name.Said, "", Weight: 0), action, sentences) with { LocalName = name.Name })];
    }

    private static RecipientEvidence? Unnamed(BounceText text, TextLines report, ReportSentences sentences)
    {
        var lines = 0;
        for (var line = 0; line < report.Count; line++) lines += report.IsBlank(line) ? 0 : 1;
        if (lines == 0) return null;
        var tells = sentences.TellsOfDelivery && (lines <= LongestFragment || (lines <= LongestBareReport && sentences.TellsOfOwnMessage()));
        var best = new ReportParagraphs(report, sentences).Best(0, report.Count, 1).Text;
        var refuses = RefusalWords.HasCode(best) && (lines <= LongestFragment || text.Mail is not null);
        if (!tells && !refuses) return null;
        var whole = report.Join(0, report.Count);
        return Recipient(null, new RefusalText(best.Length > 0 ? best : whole, best.Length > 0 && tells ? whole : "", Weight: 0), ActionOf(sentences), sentences);
    }

    // "Rejected posting to list@host": a list server says in the subject alone which list.
    private static string? InSubject(BounceText text) =>
        text.HeaderOf("Subject") is { } subject && AddressLine.First(subject, out var start, out _) is { } address && !text.IsOwn(address)
        && DeliveryWords.Before.Ends(FoldedText.Closed(subject.AsSpan(0, start)).TrimEnd(' ', '<', '"', '\'')) ? address : null;

    private static string? ReportingHost(ReportSentences sentences)
    {
        if (!sentences.Says(Idea.Host)) return null;
        foreach (var introduction in DeliveryWords.Host.Phrases)
            if (HostName.After(sentences.Words, sentences.Folded, introduction) is { } host && host.Contains('.')) return host;
        return null;
    }
}
