using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of dma, nullmailer, Dovecot (LMTP and LDA) and SmarterMail.</summary>
internal static class SmallAgentsLog
{
    /// <summary>One of these stands in every line that is read here.</summary>
    public static readonly string[] Marks = ["delivery ", "smtp: ", "qmqp: ", "lmtp(", "lda("];

    // remote delivery deferred: mx.example.net [192.0.2.1] failed after RCPT TO: 450 ...
    private static readonly Parser<LogEvidence> DmaRemote =
        from label in Token.Literal("remote delivery ")
        from outcome in Token.OneOf("deferred", "failed")
        from colon in Token.Literal(": ")
        from text in Token.Rest
        select new LogEvidence { Dialect = "dma", Action = outcome is "failed" ? DsnAction.Failed : DsnAction.Delayed, Text = text };

    // <a@b> delivery successful
    private static readonly Parser<LogEvidence> DmaOutcome =
        from recipient in LogTokens.Path
        from label in Token.Literal(" delivery ")
        from outcome in Token.OneOf("successful", "failed", "deferred")
        from text in Token.Rest
        select new LogEvidence
        {
            Dialect = "dma",
            Action = outcome switch { "successful" => DsnAction.Delivered, "failed" => DsnAction.Failed, _ => DsnAction.Delayed },
            Recipient = recipient,
            Text = text.TrimStart(':', ' '),
        };

    // smtp: Failed: 550 5.1.1 User unknown
    private static readonly Parser<LogEvidence> Nullmailer =
        from module in Token.OneOf("smtp: ", "qmqp: ")
        from outcome in Token.OneOf("Failed: ", "Succeeded: ")
        from text in Token.Rest
        select new LogEvidence { Dialect = "nullmailer", Action = outcome is "Succeeded: " ? DsnAction.Relayed : LogEvidence.ActionOf(text), Text = text };

    // lmtp(user@example.net)<4711><session>: msgid=<x>: save failed to INBOX: Quota exceeded (mailbox for user is full)
    private static readonly Parser<LogEvidence> Dovecot =
        from agent in Token.OneOf("lmtp(", "lda(")
        from user in Token.Until(')')
        from before in Token.Until(": msgid=").Or(Token.Until("msgid="))
        from label in Token.Until("msgid=")
        from name in Token.Literal("msgid=")
        from id in Token.Until(": ")
        from colon in Token.Literal(": ")
        from outcome in Token.OneOf("saved mail to ", "stored mail into ", "save failed to ", "failed to store into ", "rejected: ", "forwarded to ")
        from text in Token.Rest
        select Delivered(user, outcome, text);

    // [28414] Delivery for b@origin.example to a@dest.example has bounced. Reason: Remote host said: 550 5.1.1 User unknown
    private static readonly Parser<LogEvidence> SmarterMail =
        from before in Token.Until("Delivery for ")
        from label in Token.Literal("Delivery for ")
        from sender in Token.Until(" to ")
        from to in Token.Literal(" to ")
        from recipient in Token.Except(" ")
        from outcome in Token.OneOf(" has bounced. Reason: ", " has been deferred. Reason: ", " has completed (Bounced)", " has completed (Delivered)")
        from text in Token.Rest
        select new LogEvidence
        {
            Dialect = "smartermail",
            Action = outcome switch { " has been deferred. Reason: " => DsnAction.Delayed, " has completed (Delivered)" => DsnAction.Delivered, _ => DsnAction.Failed },
            Recipient = recipient,
            Text = text,
        };

    private static readonly Parser<LogEvidence> Line = DmaRemote.Or(DmaOutcome).Or(Nullmailer).Or(Dovecot).Or(SmarterMail);

    public static LogEvidence? Read(string message) => Line.Read(message);

    private static LogEvidence Delivered(string user, string outcome, string text)
    {
        var failed = outcome is "save failed to " or "failed to store into " or "rejected: ";
        var colon = outcome is "rejected: " ? -2 : text.IndexOf(": ", StringComparison.Ordinal);
        return new LogEvidence
        {
            Dialect = "dovecot",
            // Whether a failed save is final is said to the sender alone, not to the log.
            Action = !failed ? DsnAction.Delivered : outcome is "rejected: " ? DsnAction.Failed : null,
            Recipient = user[(user.LastIndexOf(' ') + 1)..],
            Stage = SmtpStage.LocalDelivery,
            Text = !failed ? "" : colon == -1 ? text : text[(colon + 2)..],
        };
    }
}
