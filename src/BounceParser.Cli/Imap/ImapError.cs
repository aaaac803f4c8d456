using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace BounceParser.Cli.Imap;

/// <summary>What can go wrong between us and an IMAP server, and how it is told.</summary>
internal static class ImapError
{
    public static bool Is(Exception error) =>
        error is SocketException or TimeoutException or ImapProtocolException or ImapCommandException or AuthenticationException
            or SslHandshakeException or ServiceNotConnectedException or ServiceNotAuthenticatedException or FolderNotFoundException or NotSupportedException or IOException;

    public static string Reason(Exception error) => error switch
    {
        AuthenticationException => $"the server refused the user or the password: check --user and {Password.Variable}{Said(error.Message)}",
        SslHandshakeException { InnerException: { } inner } => $"no secure connection: {FirstLine(inner.Message)} (--security starttls for a port that begins without TLS; --host must be the name in the certificate)",
        SslHandshakeException => "no secure connection: the certificate is not trusted, or the port begins without TLS (--security starttls)",
        SocketException => $"no connection: {error.Message} (check --host and --port)",
        FolderNotFoundException missing => $"no folder {missing.FolderName} on the server (check --folder)",
        NotSupportedException => $"the server offers no STARTTLS: {FirstLine(error.Message)}",
        ImapCommandException => FirstLine(error.Message),
        _ => "the server ended the connection; run it again, and it goes on from there",
    };

    private static string Said(string words) => string.IsNullOrWhiteSpace(words) ? "" : $" ({FirstLine(words)})";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
