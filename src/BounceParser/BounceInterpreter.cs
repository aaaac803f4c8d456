using System.Runtime.CompilerServices;
using System.Text;
using BounceParser.Classification;
using BounceParser.Diagnosing;
using BounceParser.Dialects;
using BounceParser.Dsn;
using BounceParser.Events;
using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Recognition;
using BounceParser.Smtp;
using BounceParser.Text;
using MimeKit;

namespace BounceParser;

/// <summary>Reads bounces, SMTP replies and log lines. Immutable, thread-safe, cheap to share.</summary>
/// <remarks>Content never throws: bad mail gives <see cref="BounceKind.NotABounce"/> or <see cref="BounceReason.Undetermined"/>.</remarks>
public sealed class BounceInterpreter
{
    private const int MostAttached = 20;

    private static readonly Lazy<BounceInterpreter> Shared = new(() => new BounceInterpreter(new BounceParserOptions()));
    private readonly BounceParserOptions _options;
    private readonly DiagnosisBuilder _diagnoses;
    private readonly ReportBuilder _reports;

    /// <summary>Makes an interpreter; the options are copied.</summary>
    /// <exception cref="ArgumentException">An option is null or out of its range; its name is the parameter's.</exception>
    /// <exception cref="CatalogueException">An own rule or advice file cannot be read: the message names file and line.</exception>
    public BounceInterpreter(BounceParserOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Checked();
        var catalogue = _options.RuleFiles.Count == 0 ? RuleCatalogue.BuiltIn : RuleCatalogue.Load(_options.RuleFiles);
        _diagnoses = new DiagnosisBuilder(new Classifier(catalogue, _options), _options);
        _reports = new ReportBuilder(_diagnoses, _options);
        Advice = AdviceBook.Load(_options.AdviceFolders).WithService(_options.Service);
    }

    /// <summary>The interpreter with the built-in catalogue and the documented limits.</summary>
    public static BounceInterpreter Default => Shared.Value;

    /// <summary>The advice that goes with this interpreter's options.</summary>
    public AdviceBook Advice { get; }

    /// <summary>Reads one message; what is over the limit is dropped.</summary>
    public BounceReport Interpret(ReadOnlyMemory<byte> message)
    {
        if (BounceMessage.Read(message, _options) is { } mail) return Interpret(mail);
        var most = JsonEvents.IsJson(message.Span) ? _options.MaxMessageBytes : Math.Min(_options.MaxTextBytes, _options.MaxMessageBytes);
        var report = InterpretText(TextBytes.Decode(message.Span, most));
        return message.Length > most ? report with { IsTruncated = true } : report;
    }

    /// <summary>Reads one message to the end of the stream, which is not disposed; what is over the limit is dropped.</summary>
    public BounceReport Interpret(Stream message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Interpret(BoundedStream.Read(message, _options.MaxMessageBytes));
    }

    /// <summary>Reads one message to the end of the stream, which is not disposed; what is over the limit is dropped.</summary>
    public async ValueTask<BounceReport> InterpretAsync(Stream message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var read = await BoundedStream.ReadAsync(message, _options.MaxMessageBytes, cancellationToken).ConfigureAwait(false);
        return Interpret(read.Memory);
    }

    /// <summary>Reads a message that MimeKit has already parsed, through the same path; what is over the limit is dropped. It is not disposed.</summary>
    public BounceReport Interpret(MimeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Interpret(WrittenMessage.Bytes(message, _options.MaxMessageBytes));
    }

    /// <summary>
    /// Reads what a person pastes: a bare reply, lines of a log, the dialogue of a session, the error of a mail library, a fragment of a bounce, a whole raw message, or the
    /// JSON or form that a sending service posts to a webhook.
    /// </summary>
    /// <remarks>
    /// Frames of a stack are no words of a server. Beyond <see cref="BounceParserOptions.MaxTextBytes"/> units nothing but JSON and a raw message is read.
    /// JSON is read by what its members are called, of whatever service: one diagnosis for each event and each recipient of it, in their order. That a
    /// mail was opened or clicked is <see cref="BounceKind.NotABounce"/>. A service's own name for an event gives a reason, and never ends an address.
    /// </remarks>
    public BounceReport InterpretText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var message = WithoutAnnouncement(text);
        if (PastedText.StartsLikeMessage(message) && BounceMessage.Read(Encoding.UTF8.GetBytes(message.TrimStart()), _options) is { } mail) return Interpret(mail);
        var isCut = text.Length > _options.MaxTextBytes && !JsonEvents.IsJson(text);
        var report = InterpretFragment(StackFrames.Without(PastedText.Unquoted(isCut ? text[.._options.MaxTextBytes] : text)));
        return isCut ? report with { IsTruncated = true } : report;
    }

    /// <summary>Judges one reply, as a program got it while sending. The sender that the context tells is never taken for the recipient, nor dropped.</summary>
    public Diagnosis Interpret(SmtpReply reply, SmtpContext context = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var said = new RecipientEvidence
        {
            FinalRecipient = context.Recipient,
            Source = RecipientSource.Caller,
            DiagnosticText = reply.ToString(),
            Stage = context.Stage,
            RemoteMta = context.Host,
        };
        var shared = default(SharedWords);
        return _diagnoses.Build(said, new BounceEvidence { Sender = context.Sender is { } sender ? AddressLine.Bare(sender) : null, Recipients = [said] }, inMail: false, ref shared);
    }

    /// <summary>Reads log lines, or objects of JSON one a line, one report for each, in order; the two lines of a qmail-send delivery are paired.</summary>
    /// <exception cref="ArgumentNullException">The lines, or one of them, are null.</exception>
    public IEnumerable<BounceReport> InterpretLog(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Read();

        IEnumerable<BounceReport> Read()
        {
            var pairing = new LogPairing();
            foreach (var line in lines)
            {
                ArgumentNullException.ThrowIfNull(line, nameof(lines));
                yield return JsonEvents.IsJson(line) && JsonEvents.Read(line, _options) is { } events ? _reports.OfText(events)
                    : pairing.Read(line, out var opens) is { } evidence ? _reports.OfText(evidence) : opens ? ReportBuilder.NotABounce : InterpretText(line);
            }
        }
    }

    /// <summary>Reads an mbox (mboxo or mboxrd) message by message; memory stays flat. The stream is not disposed.</summary>
    public async IAsyncEnumerable<MailboxEntry> InterpretMboxAsync(Stream mbox, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mbox);
        var index = 0;
        await foreach (var (offset, message) in MboxReader.ReadAsync(mbox, _options.MaxMessageBytes, cancellationToken).ConfigureAwait(false))
            yield return new MailboxEntry(index++, offset, Interpret(message));
    }

    /// <summary>Reads an mbox as <see cref="InterpretMboxAsync"/> does, several messages at a time; the entries come in order and memory stays flat.</summary>
    /// <param name="mbox">The mailbox; it is not disposed.</param>
    /// <param name="jobs">How many threads at a time, from 1.</param>
    /// <param name="cancellationToken">Stops reading and interpreting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="jobs"/> is less than 1.</exception>
    public IAsyncEnumerable<MailboxEntry> InterpretMboxInParallelAsync(Stream mbox, int jobs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mbox);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        return new ParallelMailbox(Interpret, jobs, _options.MaxMessageBytes).ReadAsync(stop => MboxReader.ReadAsync(mbox, _options.MaxMessageBytes, stop), cancellationToken);
    }

    private BounceReport Interpret(BounceMessage mail)
    {
        mail = WrappedMail.Unwrapped(mail, _options);
        var report = Read(mail, out var evidence);
        if (report.IsDoubleBounce) return report with { Nested = mail.ReturnedMail(evidence?.OriginalStart) is { } returned ? Inner(returned) : null };
        return report.Kind == BounceKind.NotABounce && mail.AttachedMessage is not null
            ? report with { AttachedReports = [.. mail.AttachedMessages.Take(MostAttached).Select(Inner).OfType<BounceReport>()] } : report;
    }

    // What a mail inside another one says: one step deep, whatever it holds itself.
    private BounceReport? Inner(ReadOnlyMemory<byte> message) =>
        BounceMessage.Read(message, _options) is { } mail && Read(mail, out _) is { Kind: not BounceKind.NotABounce } report ? report : null;

    private BounceReport Read(BounceMessage mail, out BounceEvidence? evidence)
    {
        evidence = null;
        var recognizer = new MailRecognizer(mail);
        var shape = recognizer.Shape;
        if (shape is not (MailShape.Report or MailShape.Bounce or MailShape.MaybeBounce or MailShape.NoReturnPath or MailShape.FromPostmaster)) return _reports.OfOther(shape, mail);
        if (JsonEvents.IsJson(mail.Text) && JsonEvents.Read(mail.Text, _options) is { } events)
        {
            evidence = events with { OnlyWordsTell = shape is MailShape.MaybeBounce or MailShape.NoReturnPath };
            return _reports.OfMail(evidence, mail);
        }

        using var text = new BounceText { Text = mail.Text, Mail = mail };
        var human = Human(mail, text, shape);
        // What answers in a person's name may well say that nobody read the mail: a report is what a program wrote that we know.
        if (shape == MailShape.NoReturnPath && recognizer.IsAutoReply && human is { Dialect: null }) human = null;
        if (human is null && shape is (MailShape.MaybeBounce or MailShape.NoReturnPath or MailShape.FromPostmaster)) return _reports.OfOther(recognizer.IsAutoReply ? MailShape.AutoReply : MailShape.Ordinary, mail);
        if (shape is MailShape.Bounce or MailShape.MaybeBounce && IsForReader(mail, text, human)) return _reports.OfOther(MailShape.Ordinary, mail);
        // A filter that refuses in a disposition notification names there whom it speaks for.
        var report = (mail.DeliveryStatus ?? mail.DispositionNotification) is { } status ? DeliveryStatusReader.Read(status.Span, _options) : human is null ? null : FieldsIn(mail.Text, human);
        var onlyWords = shape == MailShape.MaybeBounce || (shape == MailShape.NoReturnPath && !ShowsProgram(mail, human));
        evidence = EvidenceMerge.Merge(report, human);
        // Somebody who writes to a list may attach a report that is not about his mail.
        onlyWords |= mail.DeliveryStatus is not null && mail.ContentType != "multipart/report" && mail.HasHeader("list-id");
        if (onlyWords) evidence = evidence with { OnlyWordsTell = true };
        if (shape == MailShape.Bounce && evidence.LacksAction && ShowsProgram(mail, human) && recognizer.SubjectSaysFailed) evidence = evidence.Failed();
        if (evidence.Recipients.Count == 0) evidence = evidence with { Words = text.Words };
        // The report says nothing of its one recipient, and the text names nobody: what it says, it says of him.
        if (human is null && evidence.Recipients is [{ DiagnosticText: "", Comment: "" } silent]) evidence = evidence with { Recipients = [silent with { Comment = text.Words }] };
        return evidence.Recipients.Count == 0 && recognizer.IsAutoReply ? _reports.OfOther(MailShape.AutoReply, mail) : _reports.OfMail(evidence, mail);
    }

    // A subject alone proves nothing, nor does a postmaster or an empty return path: then the text must begin, or speak, as no person's and no statistics do.
    private static BounceEvidence? Human(BounceMessage mail, BounceText text, MailShape shape)
    {
        if (shape is MailShape.FromPostmaster or MailShape.NoReturnPath && !ReportOpening.Tells(text)) return null;
        // What a postmaster tells all of a list is no report to one of them.
        if (shape == MailShape.FromPostmaster && mail.Returned is null && mail.HasHeader("list-id")) return null;
        if (shape == MailShape.MaybeBounce && !ReportOpening.IsReport(text)) return null;
        var read = DialectRegistry.Read(text);
        if (shape is not (MailShape.MaybeBounce or MailShape.NoReturnPath or MailShape.FromPostmaster) || read is null) return read;
        if (shape == MailShape.FromPostmaster && !ShowsProgram(mail, read)) return IsOfPostmaster(text, read) ? read : null;
        if (!ShowsProgram(mail, read) && !ReportOpening.TellsOfMessage(text)) return null;
        return shape is MailShape.NoReturnPath or MailShape.FromPostmaster || mail.Returned is not null || read.OriginalStart is not null || read.NamesRecipient ? read : null;
    }

    // A postmaster explains codes and tells of mails that wait while his server is down, a gateway of what it keeps from the reader: neither is about one that the reader sent.
    private static bool IsOfPostmaster(BounceText text, BounceEvidence read)
    {
        var isOwn = text.QuotingSentences.TellsOfOwnMessage();
        if (text.Sentences.Says(Idea.ForReader) && (!isOwn || text.Sentences.Says(Idea.Bait))) return false;
        return read.NamesRecipient || (isOwn && !text.Sentences.IsDelayed) || (text.HasNullReturnPath && text.QuotingSentences.HasCode);
    }

    // Mails that wait for the reader, as thieves of passwords tell under a daemon's name: who reports one that did not arrive names whom it was for.
    private static bool IsForReader(BounceMessage mail, BounceText text, BounceEvidence? human) =>
        mail.DeliveryStatus is null && human is not null && !ShowsProgram(mail, human)
        && (text.Sentences.Says(Idea.ForReader) ? text.Sentences.Says(Idea.Bait) || human.Recipients.All(recipient => recipient.FinalRecipient is not { } named || text.IsOwn(named))
            : text.Sentences.Says(Idea.Bait) && !human.NamesRecipient);

    // Words of a program that we know, or the mail that came back: no shop has these.
    private static bool ShowsProgram(BounceMessage mail, BounceEvidence? human) => mail.Returned is not null || human is { Dialect: not null } or { OriginalStart: not null };

    // A mail whose own headers were lost shows the report part as text.
    private BounceEvidence? FieldsIn(string text, BounceEvidence human)
    {
        var report = text[..Math.Min(human.OriginalStart ?? text.Length, text.Length)];
        return DeliveryStatusReader.HasFields(report) ? DeliveryStatusReader.Read(Encoding.UTF8.GetBytes(report), _options) : null;
    }

    // "----- Original Message -----", as mail programs write it above a mail that they forward.
    private static string WithoutAnnouncement(string text)
    {
        var first = text.AsSpan().TrimStart();
        var end = first.IndexOf('\n');
        return end > 0 && OriginalSeparator.IsSeparator(first[..end].Trim()) ? first[(end + 1)..].ToString() : text;
    }

    // A log tells of each try, and of one refusal in several entries: the last counts.
    private static BounceReport LastOfEach(BounceReport report) =>
        report with { Diagnoses = [.. report.Diagnoses.Reverse().DistinctBy(diagnosis => diagnosis.FinalRecipient?.ToLowerInvariant() ?? $"{diagnosis.Reason}").Reverse()] };

    private BounceReport InterpretFragment(string text)
    {
        if (BareReply.Read(text) is { } said) return _reports.OfText(said);
        if (JsonEvents.Read(text, _options) is { } events) return _reports.OfText(events);
        if (!text.AsSpan().Trim().Contains('\n') && LogLineReader.Read(text.Trim()) is { } logged) return _reports.OfText(logged);
        if (SessionDialogue.Read(text, out var isDoubtful) is { } dialogue) return dialogue.Recipients.Count > 0 ? _reports.OfText(dialogue) : ReportBuilder.NotABounce;
        if (PastedLog.Read(text) is { } lines) return _reports.OfText(lines);
        if (MailQueue.Read(text) is { } waiting) return _reports.OfText(waiting);
        if (ExchangeListing.Read(text) is { } listed) return _reports.OfText(listed);
        if (LogEntries.Read(text) is { } entries) return LastOfEach(_reports.OfText(entries));
        var report = DeliveryStatusReader.HasFields(text) ? DeliveryStatusReader.Read(Encoding.UTF8.GetBytes(text), _options) : null;
        using var bounce = new BounceText { Text = text };
        var human = DialectRegistry.Read(bounce);
        // The fields of the report are no words of a server.
        if (report is not null && human?.Recipients is [{ FinalRecipient: null, DiagnosticText: var words }] && DeliveryStatusReader.HasFields(words)) human = human with { Recipients = [] };
        var evidence = EvidenceMerge.Merge(report, human);
        // Of JSON that is no event that we know, the words may be those of a subject.
        if (JsonEvents.IsJson(text)) evidence = evidence with { OnlyWordsTell = true };
        // Of a dialogue that lacks lines, they may be those said of another.
        if (isDoubtful) evidence = evidence with { Recipients = [.. evidence.Recipients.Select(SessionDialogue.Doubted)] };
        if (evidence.Recipients.Count > 0) return _reports.OfText(evidence);
        var bare = _reports.OfText(new BounceEvidence { Recipients = [new RecipientEvidence { DiagnosticText = text }] });
        return bare.Diagnoses[0] is { Reason: BounceReason.Undetermined, Reply: null } ? ReportBuilder.NotABounce : bare;
    }
}
