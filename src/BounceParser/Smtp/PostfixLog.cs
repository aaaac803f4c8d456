using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of Postfix: deliveries, what its server refuses, what its queue gives up.</summary>
internal sealed class PostfixLog : LogFormat
{
    private static readonly Parser<string> OriginalTo =
        from name in Token.Literal(", orig_to=")
        from address in LogTokens.Path
        select address;

    private static readonly Parser<string> Relay =
        from name in Token.Literal(", relay=")
        from host in Token.Except(",")
        select host;

    private static readonly Parser<string> Because =
        from gap in Token.White
        from open in Token.Literal("(")
        from text in Token.Rest
        select text.EndsWith(')') ? text[..^1] : text;

    // D6724B68265: to=<a@b>, orig_to=<c@d>, relay=mx[192.0.2.1]:25, delay=0.15, dsn=5.1.1, status=bounced (host mx ... said: 550 ...)
    private static readonly Parser<LogEvidence> Delivery =
        from queueId in LogTokens.QueueId
        from name in Token.Literal("to=")
        from recipient in LogTokens.Path
        from original in OriginalTo.OrNull()
        from relay in Relay.OrNull()
        from between in Token.Past("status=")
        from status in Token.Word
        from text in Because.OrNull()
        let action = ActionOf(status.TrimEnd(','), relay)
        where action is not null
        select new LogEvidence
        {
            Action = action,
            QueueId = queueId,
            Recipient = recipient,
            OriginalRecipient = original,
            RemoteMta = LogEvidence.Host(relay),
            Status = ReplyReader.FindStatus(between),
            Text = text ?? "",
        };

    // D6724B68265: from=<a@b>, status=expired, returned to sender
    private static readonly Parser<LogEvidence> Expiry =
        from queueId in LogTokens.QueueId
        from name in Token.Literal("from=")
        from sender in LogTokens.Path
        from status in Token.Literal(", status=expired").Or(Token.Literal(", status=force-expired"))
        from rest in Token.Rest
        select new LogEvidence { Action = DsnAction.Failed, QueueId = queueId, Expired = true, Stage = SmtpStage.Queue, Text = "status=expired" + rest };

    // NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 550 5.1.1 <a@b>: Recipient address rejected; from=<c@d> to=<a@b> proto=ESMTP
    // "reject_warning: " tells of what would be refused, and was not.
    private static readonly Parser<LogEvidence> Refusal =
        from queueId in LogTokens.QueueId
        from kind in Token.OneOf("reject: ", "milter-reject: ")
        from command in Token.Word
        from client in Token.Past("]: ")
        from text in Token.UntilLast("; from=<").Or(Token.Rest)
        from rest in Token.Rest
        select new LogEvidence
        {
            Action = LogEvidence.ActionOf(text),
            Recipient = LogTokens.Field(rest, " to=<", '>'),
            Stage = command is "CONNECT" ? SmtpStage.Connect : command is "END-OF-MESSAGE" ? SmtpStage.EndOfData : SmtpCommand.Stage(command),
            Text = text,
        };

    // 1D44A0: reject: header Subject: x from mx[192.0.2.1]; from=<c@d> to=<a@b> proto=ESMTP helo=<mx>: 5.7.1 not taken here
    private static readonly Parser<LogEvidence> ContentRefusal =
        from queueId in LogTokens.QueueId
        from label in Token.Literal("reject: ")
        from part in Token.OneOf("header ", "body ", "mime-header ", "nested-header ")
        from content in Token.UntilLast("; from=<")
        from envelope in Token.Past(">: ")
        from text in Token.Rest
        select new LogEvidence { Action = LogEvidence.ActionOf(text) ?? DsnAction.Failed, Recipient = LogTokens.Field(envelope, " to=<", '>'), Stage = SmtpStage.EndOfData, Text = text };

    private static readonly Parser<LogEvidence> Line = Delivery.Or(Expiry).Or(ContentRefusal).Or(Refusal);

    public override string Name => "postfix";

    public override IReadOnlyList<string> Marks { get; } = ["status=", "reject: "];

    public override LogEvidence? Read(string line) => Line.Read(line);

    private static DsnAction? ActionOf(string status, string? relay) => status switch
    {
        "sent" or "deliverable" => relay is null || !relay.Contains('[', StringComparison.Ordinal) ? DsnAction.Delivered : DsnAction.Relayed,
        "bounced" or "undeliverable" or "expired" => DsnAction.Failed,
        "deferred" => DsnAction.Delayed,
        _ => null,
    };
}
