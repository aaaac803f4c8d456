using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of dma, DragonFly's mail agent.</summary>
internal sealed class DmaLog : LogFormat
{
    // remote delivery deferred: mx.example.net [192.0.2.1] failed after RCPT TO: 450 ...
    private static readonly Parser<LogEvidence> Remote =
        from label in Token.Literal("remote delivery ")
        from outcome in Token.OneOf("deferred", "failed")
        from colon in Token.Literal(": ")
        from text in Token.Rest
        select new LogEvidence { Action = outcome is "failed" ? DsnAction.Failed : DsnAction.Delayed, Text = text };

    // <a@b> delivery successful
    private static readonly Parser<LogEvidence> Outcome =
        from recipient in LogTokens.Path
        from label in Token.Literal(" delivery ")
        from outcome in Token.OneOf("successful", "failed", "deferred")
        from text in Token.Rest
        select new LogEvidence
        {
            Action = outcome switch { "successful" => DsnAction.Delivered, "failed" => DsnAction.Failed, _ => DsnAction.Delayed },
            Recipient = recipient,
            Text = text.TrimStart(':', ' '),
        };

    private static readonly Parser<LogEvidence> Line = Remote.Or(Outcome);

    public override string Name => "dma";

    public override IReadOnlyList<string> Marks { get; } = ["delivery "];

    public override LogEvidence? Read(string line) => Line.Read(line);
}
