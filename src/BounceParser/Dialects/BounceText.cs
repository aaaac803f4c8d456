using System.Buffers;
using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The human part of a bounce as a dialect sees it; what several readers need of it is made once. Used by one thread at a time.</summary>
internal sealed class BounceText : IDisposable
{
    // Each address of the text is looked for there.
    private const int LongestField = 1_024;

    // Within the local part of nobody's address.
    private static readonly SearchValues<string> Programs = SearchValues.Create(["daemon", "mailer", "reply", "system", "support", "help", "bounce", "gateway"], StringComparison.OrdinalIgnoreCase);

    private TextLines? _report, _quoting;
    private ReportEnd? _end;
    private string? _words, _closed;
    private RunningText? _running;
    private int _closedReport;
    private BounceEvidence? _shared;
    private bool _isShared;

    /// <summary>The text, line ends as LF; of a pasted text the quoting is already taken off.</summary>
    public required string Text { get; init; }

    /// <summary>The bounce, for its headers; null for a pasted text.</summary>
    public BounceMessage? Mail { get; init; }

    /// <summary>The report's own lines: those before the returned message, or all.</summary>
    public TextLines Report => _report ?? Cut();

    /// <summary>What the report's lines say, as running text.</summary>
    public ReportSentences Sentences => field ??= new ReportSentences(Running.HasQuotes ? new RunningText(Report, quotes: false) : Running);

    /// <summary>The same with what the mail quotes.</summary>
    public ReportSentences QuotingSentences => Report == Quoting ? Sentences : field ??= new ReportSentences(new RunningText(Quoting, quotes: false));

    /// <summary>What the shared reader makes of the text: each program without a layout of its own asks for it.</summary>
    public BounceEvidence? Shared
    {
        get
        {
            if (!_isShared) (_shared, _isShared) = (SharedReader.Read(this), true);
            return _shared;
        }
    }

    /// <summary>Where the returned message starts in the text; null when the text holds none.</summary>
    public int? OriginalStart
    {
        get
        {
            _ = Report;
            return _end?.Message;
        }
    }

    /// <summary>The report's lines, each trimmed.</summary>
    public string Words => _words ??= Report.Join(0, Report.Count);

    /// <summary>The report as <see cref="FoldedText.Closed(ReadOnlySpan{char})"/> folds it.</summary>
    public ReadOnlySpan<char> Folded
    {
        get
        {
            // What is closed is made with it.
            var running = Running;
            return _closed is null ? running.Folded : _closed.AsSpan(0, _closedReport);
        }
    }

    /// <summary>The same with the separator before the returned message, which is a mark of the program too.</summary>
    public ReadOnlySpan<char> FoldedToOriginal
    {
        get
        {
            var running = Running;
            return _closed is null ? running.FoldedToOriginal : _closed;
        }
    }

    public void Dispose() => _running?.Dispose();

    /// <summary>The host name that the words, which are folded, introduce in the report; null when they do not stand there.</summary>
    public string? HostAfter(string words) => HostName.After(Running.Words, Running.Folded, words);

    /// <summary>The value of the first header of that name; null when there is none.</summary>
    public string? HeaderOf(string name) => Mail?.Header(name);

    /// <summary>True for a mail whose return path is the null one, as that of a report is.</summary>
    public bool HasNullReturnPath => HeaderOf("Return-Path")?.Trim() is "<>";

    /// <summary>True for whom the bounce is from or to: its recipient is the sender of the mail that it is about.</summary>
    public bool IsOwn(string address) => Names(From, address) || IsReader(address);

    /// <summary>True for whom it is to.</summary>
    public bool IsReader(string address) => Names(To, address);

    /// <summary>The address that it is from; null for that of a program or an office.</summary>
    public string? Author => AddressLine.First(From) is { } address && MailAddress.Local(address) is var local && !MailOffice.Is(local) && !local.ContainsAny(Programs) ? address : null;

    private string From => field ??= HeaderOf("From") ?? "";

    private string To => field ??= HeaderOf("To") ?? "";

    private RunningText Running => _running ?? Run();

    // The report's lines, quotations and all.
    private TextLines Quoting
    {
        get
        {
            _ = Report;
            return _quoting!;
        }
    }

    private static bool Names(string field, string address) => Caseless.Contains(field.AsSpan(0, Math.Min(field.Length, LongestField)), address);

    private RunningText Run()
    {
        _running = new RunningText(Report, quotes: true, Text.AsSpan(Report.End, (OriginalStart ?? Report.End) - Report.End));
        // Marks are looked for without the units that are not seen.
        if (_running.FoldedToOriginal.Contains(FoldedText.Silent)) _closed = FoldedText.Closed(_running.WordsToOriginal, _running.Length, out _closedReport);
        return _running;
    }

    private TextLines Cut()
    {
        var lines = new TextLines(Text);
        _end = OriginalSeparator.Find(lines);
        _quoting = _end is { } end ? lines.Until(end.Line) : lines;
        // A person pastes what was quoted to him.
        var unquoted = Mail is null ? null : Quotation.Blanked(_quoting, Text, _quoting.End);
        return _report = unquoted is null ? _quoting : new TextLines(unquoted);
    }
}
