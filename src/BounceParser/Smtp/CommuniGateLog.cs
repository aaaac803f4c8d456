using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of CommuniGate Pro, one for each recipient of a message that leaves the queue.</summary>
internal sealed class CommuniGateLog : LogFormat
{
    private const string Mark = " DEQUEUER [";

    // 00:08:20.111 2 DEQUEUER [11345] SMTP(dest.example)a@dest.example relayed: relayed via mx.dest.example
    private static readonly Parser<LogEvidence> Line =
        from before in Token.Past(Mark)
        from id in Token.Past(")")
        from recipient in Token.Except(" ")
        from outcome in Token.OneOf(" relayed: ", " delivered: ", " delayed: ", " failed: ")
        from text in Token.Rest
        select new LogEvidence
        {
            Action = outcome switch { " relayed: " => DsnAction.Relayed, " delivered: " => DsnAction.Delivered, " delayed: " => DsnAction.Delayed, _ => DsnAction.Failed },
            Recipient = recipient,
            Text = text,
        };

    public override string Name => "communigate";

    public override IReadOnlyList<string> Marks { get; } = [Mark];

    public override LogEvidence? Read(string line) => Line.Read(line);
}
