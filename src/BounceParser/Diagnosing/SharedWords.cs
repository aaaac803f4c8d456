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
    private ClassificationInput? _input;
    private BounceParser.Classification.Classification _classification;

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
    public BounceParser.Classification.Classification Classify(Classifier classifier, in ClassificationInput input)
    {
        if (_input is not { } before || !MeansTheSame(classifier, before, input)) (_input, _classification) = (input, classifier.Classify(input));
        return _classification;
    }

    private static bool MeansTheSame(Classifier classifier, in ClassificationInput one, in ClassificationInput other) =>
        one with { Recipient = null } == other with { Recipient = null } && classifier.IsAlike(one.Recipient, other.Recipient, one.Text);
}
