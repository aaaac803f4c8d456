using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The errors of nodemailer as Node.js prints them: of each refused recipient an error with <c>response</c> and <c>recipient</c>.</summary>
internal sealed class Nodemailer : MailLibraryError
{
    private const string Response = "response: ";
    private const string Rejected = "rejected: [";

    public override string Name => "nodemailer";

    public override IReadOnlyList<string> Markers { get; } = ["'eenvelope'", "'emessage'", "'eauth'", "'rcpt to', rejected: [", "recipient command failed: 5", "recipient command failed: 4"];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var errors = new List<RecipientEvidence>();
        for (var at = 0; errors.Count < MostRecipients && Value(words, Response, ref at) is { } said;)
        {
            // What became of the mail to those who were taken is not what refused the others.
            if (said is not ['4' or '5', ..]) continue;
            var next = words.IndexOf(Response, at, StringComparison.Ordinal);
            var own = words[at..(next < 0 ? words.Length : next)];
            var stage = SessionCommand.Stage(ValueIn(own, "command: ") ?? "");
            var recipient = ValueIn(own, "recipient: ") is { } named ? AddressLine.Alone(named) : stage == SmtpStage.RcptTo ? OnlyRejected(own) : null;
            errors.Add(new RecipientEvidence { FinalRecipient = recipient, DiagnosticText = said, Stage = stage });
        }

        // The first is the error of the send, which repeats one of the others.
        if (errors.Exists(error => error.FinalRecipient is not null)) errors.RemoveAll(error => error.FinalRecipient is null);
        return Told(text, errors.Count > 1 && errors[0].FinalRecipient is null ? errors[..1] : errors);
    }

    private static string? ValueIn(string error, string label)
    {
        var at = 0;
        return Value(error, label, ref at);
    }

    // Of several nobody tells whom one answer is about.
    private static string? OnlyRejected(string error)
    {
        var start = error.IndexOf(Rejected, StringComparison.Ordinal);
        var end = start < 0 ? -1 : error.IndexOf(']', start);
        return end < 0 ? null : AddressLine.Alone(error.AsSpan((start + Rejected.Length)..end).Trim(" \n'\""));
    }

    // The string behind a label.
    private static string? Value(string words, string label, ref int at)
    {
        for (at = words.IndexOf(label, at, StringComparison.Ordinal); at >= 0; at = words.IndexOf(label, at, StringComparison.Ordinal))
        {
            at += label.Length;
            if (at >= words.Length || words[at] is not ('\'' or '"' or '`')) continue;
            var said = QuotedLiteral.Read(words.AsSpan(at), out var length);
            at += length;
            return said;
        }

        at = words.Length;
        return null;
    }
}
