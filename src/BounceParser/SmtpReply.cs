namespace BounceParser;

/// <summary>An SMTP reply (RFC 5321 section 4.2), with the lines of a multi-line one joined.</summary>
public sealed record SmtpReply
{
    /// <summary>The three-digit reply code, 200 to 599.</summary>
    public required int Code { get; init; }

    /// <summary>The enhanced code that stands in the reply itself; null when there is none. A program that has it at the head of <see cref="Text"/> may leave it there.</summary>
    public EnhancedStatusCode? Status { get; init; }

    /// <summary>The words of the reply, without codes, lines joined by a space; never null.</summary>
    public string Text { get; init; } = "";

    /// <summary>The first digit of the code: 2 accepted, 4 try later, 5 refused.</summary>
    public int Class => Code / 100;

    /// <inheritdoc/>
    public override string ToString() => Status is { } status ? $"{Code} {status} {Text}" : $"{Code} {Text}";
}
