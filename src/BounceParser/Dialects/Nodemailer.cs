using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The errors of nodemailer as Node.js prints them: of each refused recipient an error with <c>response</c> and <c>recipient</c>.</summary>
internal sealed class Nodemailer : Dialect
{
    private const int MostRefused = 1_000;
    private const string Response = "response: ";
    private const string Recipient = "recipient: ";
    private const string Rejected = "rejected: [";

    public override string Name => "nodemailer";

    public override IReadOnlyList<string> Markers { get; } = ["'eenvelope'", "'emessage'", "'eauth'", "'rcpt to', rejected: [", "recipient command failed: 5", "recipient command failed: 4"];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var errors = new List<RecipientEvidence>();
        for (var at = 0; errors.Count < MostRefused && Literal(words, Response, ref at) is { } said;)
        {
            var next = words.IndexOf(Response, at, StringComparison.Ordinal);
            var own = words.AsSpan(at, (next < 0 ? words.Length : next) - at);
            // What became of the mail to those who were taken is not what refused the others.
            if (said is not ['4' or '5', ..]) continue;
            errors.Add(new RecipientEvidence { FinalRecipient = RecipientIn(own), DiagnosticText = said, Stage = SessionCommand.Stage(CommandIn(own)) });
        }

        // The first is the error of the send, which repeats one of the others.
        var named = errors.FindAll(error => error.FinalRecipient is not null);
        var recipients = named.Count > 0 ? named : errors.Count > 0 ? [errors[0] with { FinalRecipient = OnlyRejected(words) }] : [];
        return recipients.Count == 0 ? null : new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients };
    }

    private static string? RecipientIn(ReadOnlySpan<char> error)
    {
        var at = 0;
        return Literal(error.ToString(), Recipient, ref at) is { } recipient ? AddressLine.Alone(recipient) : null;
    }

    private static string CommandIn(ReadOnlySpan<char> error)
    {
        var at = 0;
        return Literal(error.ToString(), "command: ", ref at) ?? "";
    }

    // Of several nobody tells whom one answer is about.
    private static string? OnlyRejected(string words)
    {
        var start = words.IndexOf(Rejected, StringComparison.Ordinal);
        var end = start < 0 ? -1 : words.IndexOf(']', start);
        return end < 0 ? null : AddressLine.Alone(words.AsSpan((start + Rejected.Length)..end).Trim(" \n'\""));
    }

    // A string as JavaScript prints it.
    private static string? Literal(string words, string label, ref int at)
    {
        for (at = words.IndexOf(label, at, StringComparison.Ordinal); at >= 0; at = words.IndexOf(label, at, StringComparison.Ordinal))
        {
            at += label.Length;
            if (at >= words.Length || words[at] is not ('\'' or '"' or '`')) continue;
            var quote = words[at++];
            var end = at;
            while (end < words.Length && words[end] != quote) end += words[end] == '\\' ? 2 : 1;
            end = Math.Min(end, words.Length);
            var said = words[at..end].Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal);
            at = end;
            return said;
        }

        at = words.Length;
        return null;
    }
}
