using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of Exim (main log and reject log).</summary>
internal sealed class EximLog : LogFormat
{
    // 1xVhas-00006C-0M; from 4.97 on 23 characters.
    private static readonly Parser<string> MessageId =
        from id in Token.Word
        where IsMessageId(id)
        from gap in Token.Gap
        select id;

    // "2026-11-24 03:53:22 +0100 [4711] ": the main log's own stamp; syslog's was taken away.
    private static readonly Parser<string> Stamp =
        from date in Token.Word
        where date.Length == 10 && date[4] == '-' && date[7] == '-'
        from gap in Token.Gap
        from time in Token.Word
        from next in Token.Gap
        from zone in Zone.OrNull()
        from process in Process.OrNull()
        select time;

    private static readonly Parser<string> Original =
        from gap in Token.Gap
        from address in LogTokens.Path
        select address;

    // 1xVhas-00006C-0M ** a@b <c@b> R=dnslookup T=remote_smtp H=mx [192.0.2.1]: SMTP error from remote mail server after ...
    private static readonly Parser<LogEvidence> Delivery =
        from stamp in Stamp.OrNull()
        from id in MessageId
        from flag in Token.OneOf("** ", "== ", "=> ", "-> ", ">> ", "*> ")
        from recipient in Token.Word
        from original in Original.OrNull()
        from rest in Token.Rest
        select Evidence(flag, recipient, original, recipient.EndsWith(':') ? ": " + rest.TrimStart() : rest) with { QueueId = id };

    // H=(x) [192.0.2.1] F=<c@d> temporarily rejected RCPT <a@b>: Unknown user
    private static readonly Parser<LogEvidence> Refusal =
        from stamp in Stamp.OrNull()
        from id in MessageId.OrNull()
        from client in Token.Until("rejected ")
        where client.Contains("H=", StringComparison.Ordinal)
        from label in Token.Literal("rejected ")
        from command in Token.Word
        from gap in Token.White
        from recipient in LogTokens.Path.OrNull()
        from text in Token.Rest
        select Refused(client, command, recipient, text.TrimStart(':', ' '));

    private static readonly Parser<LogEvidence> Line = Delivery.Or(Refusal);

    private static Parser<string> Zone =>
        from sign in Token.OneOf("+", "-")
        from digits in Token.Digits
        from gap in Token.Gap
        select digits;

    private static Parser<string> Process =>
        from open in Token.Literal("[")
        from digits in Token.Digits
        from close in Token.Literal("]")
        from gap in Token.Gap
        select digits;

    public override string Name => "exim";

    public override IReadOnlyList<string> Marks { get; } = ["** ", "== ", "=> ", "-> ", ">> ", "*> ", "H="];

    public override LogEvidence? Read(string line) => Line.Read(line);

    /// <summary>True for what Exim calls a message.</summary>
    public static bool IsMessageId(ReadOnlySpan<char> id) => id.Length is 16 or 23 && id.Count('-') == 2;

    private static LogEvidence Evidence(string flag, string recipient, string? original, string rest)
    {
        var action = flag switch
        {
            "** " => DsnAction.Failed,
            "== " => DsnAction.Delayed,
            _ => rest.Contains(" H=", StringComparison.Ordinal) ? DsnAction.Relayed : DsnAction.Delivered,
        };
        var isDelivered = action is DsnAction.Relayed or DsnAction.Delivered;
        var text = isDelivered ? Quoted(rest) : AfterFields(rest);
        var address = recipient.TrimEnd(':').Trim('<', '>');
        // A local part, a file or a pipe stands first where an alias or router changed the address: the bracketed one is what came in.
        var isLocal = original is not null && !address.Contains('@', StringComparison.Ordinal);
        return new LogEvidence
        {
            Action = action,
            Recipient = isLocal ? original : address,
            OriginalRecipient = isLocal ? null : original,
            RemoteMta = LogEvidence.Host(LogTokens.Field(rest, " H=", ' ')),
            Stage = isDelivered || ReporterWords.Read(text).Stage != SmtpStage.Unknown || rest.Contains(" H=", StringComparison.Ordinal) ? SmtpStage.Unknown : SmtpStage.Queue,
            Text = text,
        };
    }

    private static LogEvidence Refused(string client, string command, string? recipient, string text) => new()
    {
        Action = client.EndsWith("temporarily ", StringComparison.Ordinal) ? DsnAction.Delayed : DsnAction.Failed,
        Recipient = recipient,
        Stage = command is "after" ? SmtpStage.EndOfData : SmtpCommand.Stage(command),
        Text = text.StartsWith("DATA: ", StringComparison.Ordinal) ? text[6..] : text,
    };

    // The text starts behind the first ": "; Exim writes the line ends of a reply as the two characters \n.
    private static string AfterFields(string rest)
    {
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        return (colon < 0 ? rest.Trim() : rest[(colon + 2)..]).Replace("\\n", "\n", StringComparison.Ordinal);
    }

    private static string Quoted(string rest) =>
        rest.IndexOf(" C=\"", StringComparison.Ordinal) is >= 0 and var at && Token.Quoted.Read(rest[(at + 3)..]) is { } text ? text : "";
}
