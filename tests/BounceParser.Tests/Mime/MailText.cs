using System.Text;
using BounceParser.Mime;

namespace BounceParser.Tests.Mime;

/// <summary>Mails written in a test, and what is read of them.</summary>
internal static class MailText
{
    public static readonly BounceParserOptions Options = new();

    public static BounceMessage Read(string mail, BounceParserOptions? options = null) =>
        BounceMessage.Read(Encoding.Latin1.GetBytes(mail), options ?? Options) ?? throw new InvalidOperationException("no mail");

    /// <summary>A mail whose parts are each given with their own headers; the boundary is <c>b</c>.</summary>
    public static BounceMessage Multipart(string type, params string[] parts) => Read(Bytes(type, parts));

    public static string Bytes(string type, params string[] parts) =>
        $"From: MAILER-DAEMON@mail.origin.example\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: {type}; boundary=b\n\n"
        + string.Concat(parts.Select(part => "--b\n" + part + "\n")) + "--b--\n";

    public static string AsText(this ReadOnlyMemory<byte>? bytes) => bytes is { } content ? Encoding.UTF8.GetString(content.Span) : "";
}
