using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of chkuser, which checks recipients for qmail-smtpd.</summary>
internal sealed class ChkuserLog : LogFormat
{
    // CHKUSER rejected rcpt: from <c@d::> remote <helo:name:192.0.2.1> rcpt <a@b> : not existing recipient
    private static readonly Parser<LogEvidence> Line =
        from label in Token.Literal("CHKUSER rejected ")
        from before in Token.Until(" rcpt <")
        from rcpt in Token.Literal(" rcpt ")
        from recipient in LogTokens.Path
        from colon in Token.Literal(" : ")
        from text in Token.Rest
        select new LogEvidence
        {
            Action = DsnAction.Failed,
            Recipient = recipient,
            Stage = before.StartsWith("sender", StringComparison.Ordinal) || before.StartsWith("mailfrom", StringComparison.Ordinal) ? SmtpStage.MailFrom : SmtpStage.RcptTo,
            Text = text,
        };

    public override string Name => QmailLog.Dialect;

    public override IReadOnlyList<string> Marks { get; } = ["CHKUSER rejected "];

    public override LogEvidence? Read(string line) => Line.Read(line);
}
