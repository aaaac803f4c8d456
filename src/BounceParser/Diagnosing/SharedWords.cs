using BounceParser.Classification;
using BounceParser.Smtp;

namespace BounceParser.Diagnosing;

/// <summary>What was read for the recipient before: of many in a report most share their words, and a long text is not read for each of them again.</summary>
internal struct SharedWords
{
    private string? _diagnostic;
    private DiagnosticParts _parts;
    private string? _words;
    private SmtpReply? _reply;
    private Refusal? _refusal;
    private Ruling _ruling;

    /// <summary>As <see cref="DiagnosticParts.Split"/>.</summary>
    public DiagnosticParts Split(string diagnostic)
    {
        if (_diagnostic != diagnostic) (_diagnostic, _parts) = (diagnostic, DiagnosticParts.Split(diagnostic));
        return _parts;
    }

    /// <summary>The decisive reply of words that <see cref="Split"/> gave, or that stand in place of none; null when they hold none.</summary>
    public SmtpReply? Reply(string words)
    {
        if (_words == words) return _reply;
        _words = words;
        return _reply = _parts.Words.Length == 0 ? ReplyReader.Find(words) : _parts.Reply is { } found ? ReplyReader.Read(words, found) : null;
    }

    /// <summary>What the words mean.</summary>
    public Ruling Classify(Classifier classifier, in Refusal refusal)
    {
        if (_refusal is not { } before || !MeansTheSame(classifier, before, refusal)) (_refusal, _ruling) = (refusal, classifier.Classify(refusal));
        return _ruling;
    }

    private static bool MeansTheSame(Classifier classifier, in Refusal one, in Refusal other) =>
        one with { Recipient = null } == other with { Recipient = null } && classifier.IsAlike(one.Recipient, other.Recipient, one.Text);
}
