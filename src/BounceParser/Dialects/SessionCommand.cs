namespace BounceParser.Dialects;

/// <summary>Which step of a session a command belongs to.</summary>
internal static class SessionCommand
{
    private static readonly (string Words, SmtpStage Stage)[] Commands =
    [
        ("RCPT", SmtpStage.RcptTo), ("MAIL", SmtpStage.MailFrom), ("EHLO", SmtpStage.Ehlo), ("HELO", SmtpStage.Ehlo), ("LHLO", SmtpStage.Ehlo), ("STARTTLS", SmtpStage.StartTls),
        ("AUTH", SmtpStage.Auth), (".", SmtpStage.EndOfData), ("final DATA", SmtpStage.EndOfData), ("(initial greeting)", SmtpStage.Greeting), ("(end of message)", SmtpStage.EndOfData),
    ];

    /// <summary>The step; unknown for DATA, after which a pipelining client also reads the answers to MAIL and RCPT.</summary>
    public static SmtpStage Stage(ReadOnlySpan<char> command)
    {
        command = command.Trim();
        foreach (var (words, stage) in Commands)
            if (command.StartsWith(words, StringComparison.OrdinalIgnoreCase)) return stage;
        return SmtpStage.Unknown;
    }
}
