using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of nullmailer.</summary>
internal sealed class NullmailerLog : LogFormat
{
    // smtp: Failed: 550 5.1.1 User unknown
    private static readonly Parser<LogEvidence> Line =
        from module in Token.OneOf("smtp: ", "qmqp: ")
        from outcome in Token.OneOf("Failed: ", "Succeeded: ")
        from text in Token.Rest
        select new LogEvidence { Action = outcome is "Succeeded: " ? DsnAction.Relayed : LogEvidence.ActionOf(text), Text = text };

    public override string Name => "nullmailer";

    public override IReadOnlyList<string> Marks { get; } = ["smtp: ", "qmqp: "];

    public override LogEvidence? Read(string line) => Line.Read(line);
}
