using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of SmarterMail.</summary>
internal sealed class SmarterMailLog : LogFormat
{
    // [28414] Delivery for b@origin.example to a@dest.example has bounced. Reason: Remote host said: 550 5.1.1 User unknown
    private static readonly Parser<LogEvidence> Line =
        from before in Token.Past("Delivery for ")
        from sender in Token.Past(" to ")
        from recipient in Token.Except(" ")
        from outcome in Token.OneOf(" has bounced. Reason: ", " has been deferred. Reason: ", " has completed (Bounced)", " has completed (Delivered)")
        from text in Token.Rest
        select new LogEvidence
        {
            Action = outcome switch { " has been deferred. Reason: " => DsnAction.Delayed, " has completed (Delivered)" => DsnAction.Delivered, _ => DsnAction.Failed },
            Recipient = recipient,
            Text = text,
        };

    public override string Name => "smartermail";

    public override IReadOnlyList<string> Marks { get; } = ["Delivery for "];

    public override LogEvidence? Read(string line) => Line.Read(line);
}
