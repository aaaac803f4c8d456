namespace BounceParser.Dialects;

/// <summary>The commands of a session that were not answered yet, in their order.</summary>
internal sealed class PendingCommands
{
    private readonly Queue<PendingCommand> _commands = new();
    private int _envelope;
    private bool _isLastAwaited;

    public bool IsEmpty => _commands.Count == 0;

    /// <summary>True when a MAIL or a RCPT is among them: a session goes on with the answer to these, or has lost it.</summary>
    public bool HoldEnvelope => _envelope > 0;

    public bool HoldFarewell => _commands.Any(pending => pending.Command.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase));

    /// <param name="command">The command; a dot for the end of the mail.</param>
    /// <param name="recipient">Whom the answer will be about; null for all.</param>
    public void Add(string command, string? recipient = null)
    {
        // The client has seen the answer that it waited for: the text does not show it.
        if (_isLastAwaited) Clear();
        var pending = new PendingCommand(command, SessionCommand.Stage(command), recipient);
        _commands.Enqueue(pending);
        if (pending.IsOfEnvelope) _envelope++;
        _isLastAwaited = pending.IsAwaited;
    }

    /// <summary>The first one, which is the next to be answered; the greeting is answered when nothing was asked.</summary>
    public PendingCommand Next()
    {
        _isLastAwaited = false;
        if (!_commands.TryDequeue(out var next)) return new PendingCommand("", SmtpStage.Greeting, null);
        if (next.IsOfEnvelope) _envelope--;
        return next;
    }

    private void Clear()
    {
        _commands.Clear();
        _envelope = 0;
    }
}

/// <summary>A command that was not answered yet.</summary>
/// <param name="Command">The command; a dot for the end of the mail, empty for the greeting.</param>
/// <param name="Stage">The step of the session that it belongs to.</param>
/// <param name="Recipient">Whom the answer is about; null for all.</param>
internal readonly record struct PendingCommand(string Command, SmtpStage Stage, string? Recipient)
{
    public bool IsOfEnvelope => Stage is SmtpStage.MailFrom or SmtpStage.RcptTo;

    /// <summary>True for a command whose answer a client waits for before the next one.</summary>
    public bool IsAwaited => Stage is SmtpStage.Ehlo or SmtpStage.Auth or SmtpStage.StartTls;
}
