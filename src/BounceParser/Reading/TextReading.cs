using System.Text;
using BounceParser.Dialects;
using BounceParser.Dsn;
using BounceParser.Events;
using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Recognition;
using BounceParser.Smtp;

namespace BounceParser.Reading;

/// <summary>What a pasted text says that is no raw message: what the first reader makes of it that knows it.</summary>
/// <param name="Words">The text without quoting and frames of a stack.</param>
/// <param name="Evidence">What it tells of deliveries; null when no reader knows it, so that it may be bare words of a server.</param>
internal readonly record struct TextReading(string Words, BounceEvidence? Evidence)
{
    private static readonly BounceEvidence Nothing = new();

    /// <summary>The raw message that a pasted text is; null when it is none.</summary>
    public static BounceMessage? Message(string text, BounceParserOptions options)
    {
        var message = WithoutAnnouncement(text);
        return PastedText.StartsLikeMessage(message) ? BounceMessage.Read(Encoding.UTF8.GetBytes(message.TrimStart()), options) : null;
    }

    public static TextReading Read(string text, BounceParserOptions options)
    {
        var words = StackFrames.Without(PastedText.Unquoted(text));
        return new(words, OfFirstReader(words, options));
    }

    private static BounceEvidence? OfFirstReader(string text, BounceParserOptions options) =>
        BareReply.Read(text)
        ?? JsonEvents.Read(text, options)
        ?? LogLine(text)
        ?? (OtherText.Is(text) ? Nothing : null)
        ?? Dialogue(text, out var isDoubtful)
        ?? PastedLog.Read(text)
        ?? MailQueue.Read(text)
        ?? EximQueue.Read(text)
        ?? ExchangeListing.Read(text)
        ?? JsonEvents.ReadTable(text, options)
        ?? LogEntries.Read(text)
        ?? FragmentOrQuotedLog(text, isDoubtful, options);

    private static BounceEvidence? LogLine(string text) => text.AsSpan().Trim().Contains('\n') ? null : LogLineReader.Read(text.Trim());

    // One in which nobody was refused tells of no bounce, whatever its words.
    private static BounceEvidence? Dialogue(string text, out bool isDoubtful)
    {
        var told = SessionDialogue.Read(text, out isDoubtful);
        return told is { Recipients.Count: 0 } ? Nothing : told;
    }

    // A report may quote a line of a log, and so may a person who names nobody himself.
    private static BounceEvidence? FragmentOrQuotedLog(string text, bool isDoubtful, BounceParserOptions options)
    {
        var fragment = Fragment(text, isDoubtful, options);
        return fragment is { NamesRecipient: true } ? fragment : PastedLog.ReadQuoted(text) ?? fragment;
    }

    private static BounceEvidence? Fragment(string text, bool isDoubtful, BounceParserOptions options)
    {
        var report = DeliveryStatusReader.ReadText(text, options);
        using var bounce = new BounceText { Text = text };
        var human = DialectRegistry.Read(bounce);
        // The fields of the report are no words of a server.
        if (report is not null && human?.Recipients is [{ FinalRecipient: null, DiagnosticText: var words }] && DeliveryStatusReader.HasFields(words)) human = human with { Recipients = [] };
        var evidence = EvidenceMerge.Merge(report, human);
        if (evidence.Recipients.Count == 0) return null;
        // Of JSON that is no event that we know, the words may be those of a subject.
        if (JsonEvents.IsJson(text)) evidence = evidence with { OnlyWordsTell = true };
        // Of a dialogue that lacks lines, they may be those said of another.
        return isDoubtful ? evidence with { Recipients = [.. evidence.Recipients.Select(SessionDialogue.Doubted)] } : evidence;
    }

    // "----- Original Message -----", as mail programs write it above a mail that they forward.
    private static string WithoutAnnouncement(string text)
    {
        var first = text.AsSpan().TrimStart();
        var end = first.IndexOf('\n');
        return end > 0 && OriginalSeparator.IsSeparator(first[..end].Trim()) ? first[(end + 1)..].ToString() : text;
    }
}
