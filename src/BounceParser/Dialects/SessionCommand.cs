using BounceParser.Smtp;

namespace BounceParser.Dialects;

/// <summary>Which step of a session an answer belongs to, by the command above it in a transcript.</summary>
internal static class SessionCommand
{
    // What programs write in place of a command.
    private static readonly (string Words, SmtpStage Stage)[] Marks =
        [(".", SmtpStage.EndOfData), ("final DATA", SmtpStage.EndOfData), ("(initial greeting)", SmtpStage.Greeting), ("(end of message)", SmtpStage.EndOfData)];

    /// <summary>The step; unknown for DATA, after which a pipelining client also reads the answers to MAIL and RCPT.</summary>
    public static SmtpStage Stage(ReadOnlySpan<char> command)
    {
        command = command.Trim();
        foreach (var (words, stage) in Marks)
            if (command.StartsWith(words, StringComparison.OrdinalIgnoreCase)) return stage;
        return SmtpCommand.Stage(command) is var step and not SmtpStage.Data ? step : SmtpStage.Unknown;
    }
}
