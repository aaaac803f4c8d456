using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of OpenSMTPD, of version 6 and before.</summary>
internal sealed class OpenSmtpdLog : LogFormat
{
    // 2578c0af819b74a6 mta delivery evpid=de9b from=<c@d> to=<a@b> rcpt=<-> relay="192.0.2.1 (mx)" delay=0s result="PermFail" stat="550 ..."
    private static readonly Parser<LogEvidence> Delivery =
        from session in Token.Word
        from gap in Token.Gap
        from agent in Token.OneOf("mta delivery ", "mda delivery ", "mta event=delivery ", "mda event=delivery ")
        from before in Token.Until(" to=<")
        from label in Token.Literal(" to=")
        from recipient in LogTokens.Path
        from fields in Token.Past("result=")
        from result in Token.Quoted.Or(Token.Word)
        where IsResult(result)
        from next in Token.Literal(" stat=")
        from stat in Token.Quoted.Or(Token.Rest)
        select Evidence(agent, result, recipient, fields, stat);

    // relay: PermFail for 95d63362b86a1551: session=..., from=<c@d>, to=<a@b>, rcpt=<->, relay=192.0.2.1 (mx), delay=4s, stat=550 ...
    private static readonly Parser<LogEvidence> OldDelivery =
        from agent in Token.OneOf("relay: ", "delivery: ", "mta: ")
        from result in Token.Word
        where IsResult(result)
        from middle in Token.Literal(" for ")
        from before in Token.Until(", to=")
        from label in Token.Literal(", to=")
        from recipient in LogTokens.Path.Or(Token.Except(" ,"))
        from fields in Token.Past(", stat=")
        from stat in Token.Rest
        select Evidence(agent, result, recipient, fields, stat);

    // 2578c0af819b74a6 smtp failed-command address=192.0.2.1 host=x command="RCPT TO:<a@b>" result="550 Invalid recipient"
    private static readonly Parser<LogEvidence> Refusal =
        from session in Token.Word
        from gap in Token.Gap
        from name in Token.Literal("smtp ")
        from kind in Token.OneOf("failed-command ", "event=failed-command ")
        from before in Token.Until("command=\"")
        from label in Token.Literal("command=")
        from command in Token.Quoted
        from next in Token.Literal(" result=")
        from result in Token.Quoted
        select new LogEvidence
        {
            Action = LogEvidence.ActionOf(result),
            Recipient = command.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) ? LogTokens.Field(command, "<", '>') : null,
            Stage = SmtpCommand.Stage(command),
            Text = result,
        };

    private static readonly Parser<LogEvidence> Line = Delivery.Or(OldDelivery).Or(Refusal);

    public override string Name => "opensmtpd";

    public override IReadOnlyList<string> Marks { get; } = ["delivery ", "stat=", "failed-command "];

    public override LogEvidence? Read(string line) => Line.Read(line);

    private static LogEvidence Evidence(string agent, string result, string recipient, string fields, string stat)
    {
        var isLocal = agent.StartsWith("mda", StringComparison.Ordinal) || agent is "delivery: ";
        var final = LogTokens.Field(fields, "rcpt=<", '>');
        return new LogEvidence
        {
            Action = ActionOf(result, isLocal),
            Recipient = recipient,
            OriginalRecipient = final is null or "" or "-" || final.Equals(recipient, StringComparison.OrdinalIgnoreCase) ? null : final,
            RemoteMta = isLocal ? null : LogEvidence.Host((LogTokens.Field(fields, "relay=\"", '"') ?? LogTokens.Field(fields, "relay=", ','))?.Trim()),
            Stage = isLocal ? SmtpStage.LocalDelivery : SmtpStage.Unknown,
            Expired = result is "Expire" or "Expired" || stat.Contains("Envelope expired", StringComparison.OrdinalIgnoreCase),
            Text = stat,
        };
    }

    private static bool IsResult(string word) => ActionOf(word, false) is not null;

    private static DsnAction? ActionOf(string result, bool isLocal) => result switch
    {
        "Ok" => isLocal ? DsnAction.Delivered : DsnAction.Relayed,
        "PermFail" or "Expire" or "Expired" or "Loop" => DsnAction.Failed,
        "TempFail" => DsnAction.Delayed,
        _ => null,
    };
}
