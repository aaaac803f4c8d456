using System.Net;
using MailKit.Security;

namespace BounceParser.Cli.Imap;

/// <summary>How a connection is kept from listeners, by the option's words.</summary>
internal static class ImapSecurity
{
    public const string Usual = "tls";

    public static string[] Names { get; } = [Usual, "starttls", "none"];

    /// <summary>RFC 8314: 993 speaks TLS from the first byte, 143 begins without.</summary>
    public static int Port(string name) => name == Usual ? 993 : 143;

    public static SecureSocketOptions Of(string name) => name switch
    {
        "none" => SecureSocketOptions.None,
        "starttls" => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.SslOnConnect,
    };

    /// <summary>Whether the name itself says this machine; a name that has to be looked up may lead anywhere.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
