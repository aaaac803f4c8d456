using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of sendmail.</summary>
internal sealed class SendmailLog : LogFormat
{
    // What it calls every refusal of a recipient, whatever the server's code says: its own name for the exit code.
    private const string AnyRefusal = "User unknown";

    // 6AO3v19B000054: to=<a@b>, delay=00:00:00, relay=mx. [192.0.2.1], dsn=5.1.1, reply=550 5.1.1 ..., stat=User unknown
    private static readonly Parser<LogEvidence> Delivery =
        from queueId in LogTokens.QueueId
        from name in Token.Literal("to=")
        from recipients in Token.Until(", ")
        from fields in Token.UntilLast(", stat=")
        from label in Token.Literal(", stat=")
        from stat in Token.Rest
        select Delivered(recipients, fields, stat);

    // 6AO3v19B000054: ruleset=check_rcpt, arg1=<a@b>, relay=x [192.0.2.1], reject=550 5.7.1 <a@b>... Relaying denied
    private static readonly Parser<LogEvidence> Refusal =
        from queueId in LogTokens.QueueId
        from name in Token.Literal("ruleset=")
        from ruleset in Token.Except(",")
        from fields in Token.Past(", reject=")
        from text in Token.Rest
        let isRecipient = ruleset is "check_rcpt"
        select new LogEvidence
        {
            Action = LogEvidence.ActionOf(text),
            Recipient = isRecipient ? Address(LogTokens.Field(fields, "arg1=", ',')) : null,
            Stage = isRecipient ? SmtpStage.RcptTo : ruleset is "check_mail" ? SmtpStage.MailFrom : SmtpStage.Unknown,
            Text = text,
        };

    // 6AO3v19B000054: Milter: to=<a@b>, reject=550 5.7.1 Blocked
    private static readonly Parser<LogEvidence> MilterRefusal =
        from queueId in LogTokens.QueueId
        from name in Token.Literal("Milter: ")
        from fields in Token.Past("reject=")
        from text in Token.Rest
        select new LogEvidence { Action = LogEvidence.ActionOf(text), Recipient = Address(LogTokens.Field(fields, "to=", ',')), Text = text };

    // 6AO3v19B000054: <a@b>... User unknown
    private static readonly Parser<LogEvidence> Complaint =
        from queueId in LogTokens.QueueId
        from recipient in LogTokens.Path
        from dots in Token.Literal("... ")
        from text in Token.Rest
        select new LogEvidence { Action = LogEvidence.ActionOf(text) ?? DsnAction.Failed, Recipient = recipient, Text = text };

    private static readonly Parser<LogEvidence> Line = Delivery.Or(Refusal).Or(MilterRefusal).Or(Complaint);

    public override string Name => "sendmail";

    public override IReadOnlyList<string> Marks { get; } = ["stat=", "ruleset=", "Milter: ", ">... "];

    public override LogEvidence? Read(string line) => Line.Read(line);

    private static LogEvidence Delivered(string recipients, string fields, string stat)
    {
        var reply = fields.IndexOf(", reply=", StringComparison.Ordinal) is >= 0 and var at ? fields[(at + 8)..] : null;
        var action = ActionOf(stat, fields);
        // "to=<a@b>,<c@b>"
        var addresses = recipients.Split(',').Select(Address).OfType<string>().ToList();
        var status = ReplyReader.FindStatus(LogTokens.Field(fields, ", dsn=", ',') ?? "");
        if (stat == AnyRefusal && status is { Subject: > 1 } told) reply ??= told.ToString();
        return new LogEvidence
        {
            Action = action,
            Recipient = addresses[0],
            OtherRecipients = [.. addresses.Skip(1).Where(address => address.Contains('@'))],
            Status = status,
            RemoteMta = LogEvidence.Host(LogTokens.Field(fields, ", relay=", ',')),
            Text = reply ?? (stat.StartsWith("Deferred: ", StringComparison.Ordinal) ? stat[10..] : stat),
            Comment = reply is null ? "" : stat,
        };
    }

    private static DsnAction ActionOf(string stat, string fields)
    {
        if (stat.StartsWith("Sent", StringComparison.Ordinal)) return fields.Contains("relay=", StringComparison.Ordinal) ? DsnAction.Relayed : DsnAction.Delivered;
        var waits = stat.StartsWith("Deferred", StringComparison.Ordinal) || stat.StartsWith("queued", StringComparison.Ordinal) || stat.StartsWith("quarantine", StringComparison.Ordinal);
        return waits ? DsnAction.Delayed : DsnAction.Failed;
    }

    private static string? Address(string? text) => text?.Trim().Trim('<', '>', '"');
}
