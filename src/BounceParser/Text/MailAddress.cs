namespace BounceParser.Text;

/// <summary>The parts of a mailbox (RFC 5321 section 4.1.2), at its last sign: a quoted local part may hold one too.</summary>
internal static class MailAddress
{
    /// <summary>The local part; all of an address without a domain.</summary>
    public static ReadOnlySpan<char> Local(ReadOnlySpan<char> address) => address.LastIndexOf('@') is >= 0 and var sign ? address[..sign] : address;

    /// <summary>The domain; empty for an address without one.</summary>
    public static ReadOnlySpan<char> Domain(ReadOnlySpan<char> address) => address.LastIndexOf('@') is >= 0 and var sign ? address[(sign + 1)..] : [];

    /// <summary>True when it has both parts, and the domain a dot: no name within a server, <c>mary@ims-ms-daemon</c>.</summary>
    public static bool IsQualified(ReadOnlySpan<char> address) => address.LastIndexOf('@') is > 0 and var sign && address[sign..].Contains('.');
}
