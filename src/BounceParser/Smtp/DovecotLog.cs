using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of Dovecot (LMTP and LDA).</summary>
internal sealed class DovecotLog : LogFormat
{
    // lmtp(user@example.net)<4711><session>: msgid=<x>: save failed to INBOX: Quota exceeded (mailbox for user is full)
    private static readonly Parser<LogEvidence> Line =
        from agent in Token.OneOf("lmtp(", "lda(")
        from user in Token.Until(')')
        from before in Token.Until(": msgid=").Or(Token.Until("msgid="))
        from label in Token.Past("msgid=")
        from id in Token.Past(": ")
        from outcome in Token.OneOf("saved mail to ", "stored mail into ", "save failed to ", "failed to store into ", "rejected: ", "forwarded to ")
        from text in Token.Rest
        select Delivered(user, outcome, text);

    public override string Name => "dovecot";

    public override IReadOnlyList<string> Marks { get; } = ["lmtp(", "lda("];

    public override LogEvidence? Read(string line) => Line.Read(line);

    private static LogEvidence Delivered(string user, string outcome, string text)
    {
        var failed = outcome is "save failed to " or "failed to store into " or "rejected: ";
        var colon = outcome is "rejected: " ? -2 : text.IndexOf(": ", StringComparison.Ordinal);
        return new LogEvidence
        {
            // Whether a failed save is final is said to the sender alone, not to the log.
            Action = !failed ? DsnAction.Delivered : outcome is "rejected: " ? DsnAction.Failed : null,
            Recipient = user[(user.LastIndexOf(' ') + 1)..],
            Stage = SmtpStage.LocalDelivery,
            Text = !failed ? "" : colon == -1 ? text : text[(colon + 2)..],
        };
    }
}
