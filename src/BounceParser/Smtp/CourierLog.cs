using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of Courier's delivery modules.</summary>
internal sealed class CourierLog : LogFormat
{
    private static readonly Parser<string> Status =
        from label in Token.Literal(",status: ")
        from status in Token.Except(",: \t")
        select status;

    private static readonly Parser<string> Success =
        from before in Token.Past("success: ")
        from text in Token.Rest
        select text;

    private static readonly Parser<string> Reply =
        from colon in Token.Literal(": ")
        from text in Token.Rest
        select text;

    // id=0000.6B05.0087,from=<c@d>,addr=<a@b>: 550 User unknown      and then      id=...,addr=<a@b>,status: failure      or both in one
    private static readonly Parser<LogEvidence> Line =
        from label in Token.Literal("id=")
        from id in Token.Except(",")
        from name in Token.Literal(",from=")
        from sender in LogTokens.Path
        from next in Token.Literal(",addr=")
        from recipient in LogTokens.Path
        from status in Status.OrNull()
        from success in Success.OrNull()
        from text in Reply.OrNull()
        let action = ActionOf(status, success, text)
        where action is not null
        select new LogEvidence
        {
            Action = action,
            Recipient = recipient,
            Text = success ?? text ?? "",
            Comment = status is null ? "" : "status: " + status,
        };

    public override string Name => "courier";

    public override IReadOnlyList<string> Marks { get; } = [",addr="];

    public override LogEvidence? Read(string line) => Line.Read(line);

    private static DsnAction? ActionOf(string? status, string? success, string? text)
    {
        if (success is not null || status is "success") return DsnAction.Delivered;
        if (status is "failure") return DsnAction.Failed;
        if (status is "deferred") return DsnAction.Delayed;
        // The module's own words; the next line tells whether they are final.
        return text is null ? null : LogEvidence.ActionOf(text) ?? DsnAction.Delayed;
    }
}
