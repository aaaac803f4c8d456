using MailKit.Security;

namespace BounceParser.Cli.Imap;

/// <summary>A folder on an IMAP server, and how to come to it.</summary>
internal sealed record Mailbox(string Host, int Port, SecureSocketOptions Security, string User, string Folder)
{
    /// <summary>RFC 5092, without what names a message: <c>imap://user@host:143/INBOX</c>.</summary>
    public string Address => $"imap://{Uri.EscapeDataString(User)}@{UrlHost}:{Port}/{Uri.EscapeDataString(Folder).Replace("%2F", "/", StringComparison.Ordinal)}";

    /// <summary>A message of it: its UID, and the UIDVALIDITY under which alone that UID means anything (RFC 3501 §2.3.1.1).</summary>
    public string Message(uint validity, uint uid) => $"{Address};UIDVALIDITY={validity}/;UID={uid}";

    private string UrlHost => Uri.CheckHostName(Host) == UriHostNameType.IPv6 ? $"[{Host.Trim('[', ']')}]" : Host;
}
