namespace BounceParser.Smtp;

/// <summary>The commands of a session (RFC 5321 section 4.1.1, RFC 2033, 3030, 3207, 4954).</summary>
internal static class SmtpCommand
{
    private static readonly (string Verb, SmtpStage Stage)[] Stages =
    [
        ("RCPT", SmtpStage.RcptTo), ("MAIL", SmtpStage.MailFrom), ("EHLO", SmtpStage.Ehlo), ("HELO", SmtpStage.Ehlo), ("LHLO", SmtpStage.Ehlo),
        ("DATA", SmtpStage.Data), ("BDAT", SmtpStage.Data), ("STARTTLS", SmtpStage.StartTls), ("AUTH", SmtpStage.Auth),
    ];

    /// <summary>The step that a command line, <c>RCPT TO:&lt;a@b&gt;</c>, or its verb alone belongs to; unknown for any other words.</summary>
    public static SmtpStage Stage(ReadOnlySpan<char> command)
    {
        var end = command.IndexOfAny(" \t\n:");
        var first = end < 0 ? command : command[..end];
        foreach (var (verb, stage) in Stages)
            if (first.Equals(verb, StringComparison.OrdinalIgnoreCase)) return stage;
        return SmtpStage.Unknown;
    }
}
