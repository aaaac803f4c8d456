namespace BounceParser.Smtp;

/// <summary>One of the two lines that qmail-send writes of a delivery.</summary>
/// <param name="Number">What joins the two lines.</param>
/// <param name="Recipient">Only the first line names it.</param>
/// <param name="Action">Only the second line tells it.</param>
/// <param name="Text">The report of the second line.</param>
internal sealed record QmailDelivery(string Number, string? Recipient, DsnAction? Action, string Text)
{
    /// <summary>The evidence of the second line; <paramref name="recipient"/> from the first one, null when that was not seen.</summary>
    public LogEvidence ToEvidence(string? recipient) => new()
    {
        Action = Action,
        Recipient = recipient ?? NamedByServer(),
        Status = Action == DsnAction.Delivered ? null : ReplyReader.FindStatus(Text),
        Text = Text,
    };

    // Alone, the line names its recipient only where the server's reply to RCPT starts with it.
    private string? NamedByServer()
    {
        if (Action == DsnAction.Delivered) return null;
        var parts = DiagnosticParts.Split(Text);
        if (parts.Stage is not SmtpStage.RcptTo || ReplyReader.Find(parts.Words) is not { Text: ['<', ..] words }) return null;
        var close = words.IndexOf('>', StringComparison.Ordinal);
        return close > 1 && words.AsSpan(1, close).Contains('@') && !words.Contains("sender", StringComparison.OrdinalIgnoreCase) ? words[1..close] : null;
    }
}
