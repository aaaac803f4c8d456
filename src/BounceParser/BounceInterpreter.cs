using System.Runtime.CompilerServices;
using BounceParser.Classification;
using BounceParser.Diagnosing;
using BounceParser.Events;
using BounceParser.Mime;
using BounceParser.Reading;
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
    /// Reads what a person pastes: a bare reply, lines of a log, the dialogue of a session, the error of a mail library, a fragment of a bounce, a whole raw message, the
    /// JSON or form that a sending service posts to a webhook, or a table that it exports.
    /// </summary>
    /// <remarks>
    /// Frames of a stack are no words of a server. Beyond <see cref="BounceParserOptions.MaxTextBytes"/> units nothing but JSON and a raw message is read.
    /// JSON is read by what its members are called, and a table by the names in its first row, of whatever service: one diagnosis for each event and each recipient of it, in their order. That a
    /// mail was opened or clicked is <see cref="BounceKind.NotABounce"/>. A service's own name for an event gives a reason, and never ends an address.
    /// A text of another trade is <see cref="BounceKind.NotABounce"/> whatever numbers it holds: a session of FTP, a list of codes, the source of a program.
    /// </remarks>
    public BounceReport InterpretText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TextReading.Message(text, _options) is { } mail) return Interpret(mail);
        var isCut = text.Length > _options.MaxTextBytes && !JsonEvents.IsJson(text);
        var read = TextReading.Read(isCut ? text[.._options.MaxTextBytes] : text, _options);
        var report = read.Evidence is { } evidence ? _reports.OfText(evidence) : _reports.OfWords(read.Words);
        return isCut ? report with { IsTruncated = true } : report;
    }

    /// <summary>Judges one reply, as a program got it while sending. The sender that the context tells is never taken for the recipient, nor dropped.</summary>
    public Diagnosis Interpret(SmtpReply reply, SmtpContext context = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return _diagnoses.Build(reply, context);
    }

    /// <summary>Reads log lines, or objects of JSON one a line, one report for each, in order. Lines of one delivery are joined: the two of qmail-send, and one that ends it without a cause with the delay before it.</summary>
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
    public IAsyncEnumerable<MailboxEntry> InterpretMboxAsync(Stream mbox, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mbox);
        return Read(cancellationToken);

        async IAsyncEnumerable<MailboxEntry> Read([EnumeratorCancellation] CancellationToken stop)
        {
            var index = 0;
            await foreach (var (offset, message) in MboxReader.ReadAsync(mbox, _options.MaxMessageBytes, stop).ConfigureAwait(false))
                yield return new MailboxEntry(index++, offset, Interpret(message));
        }
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
        var read = MailReading.Read(mail, _options);
        var report = Report(mail, read);
        if (report.IsDoubleBounce) return report with { Nested = mail.ReturnedMail(read.Evidence?.OriginalStart) is { } returned ? Inner(returned) : null };
        return report.Kind == BounceKind.NotABounce && mail.AttachedMessage is not null
            ? report with { AttachedReports = [.. mail.AttachedMessages.Take(MostAttached).Select(Inner).OfType<BounceReport>()] } : report;
    }

    // What a mail inside another one says: one step deep, whatever it holds itself.
    private BounceReport? Inner(ReadOnlyMemory<byte> message) =>
        BounceMessage.Read(message, _options) is { } mail && Report(mail, MailReading.Read(mail, _options)) is { Kind: not BounceKind.NotABounce } report ? report : null;

    private BounceReport Report(BounceMessage mail, MailReading read) => read.Evidence is { } evidence ? _reports.OfMail(evidence, mail) : _reports.OfOther(read.Shape, mail);
}
