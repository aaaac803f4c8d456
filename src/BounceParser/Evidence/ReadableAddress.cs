using System.Globalization;

namespace BounceParser.Evidence;

/// <summary>An address as people write it: one side of a bounce may encode the labels of its domain (RFC 5890), and the other not.</summary>
internal static class ReadableAddress
{
    private const string Encoded = "xn--";

    /// <summary>The address with its domain decoded; the address itself when nothing of it is encoded, or not well.</summary>
    public static string Of(string address)
    {
        if (!IsEncoded(address)) return address;
        var domain = address.LastIndexOf('@') + 1;
        try
        {
            return address[..domain] + new IdnMapping().GetUnicode(address[domain..].ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return address;
        }
    }

    /// <summary>True for the same address, in whatever case and form.</summary>
    public static bool Same(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first.Equals(second, StringComparison.OrdinalIgnoreCase) || ((IsEncoded(first) || IsEncoded(second)) && Of(first.ToString()).Equals(Of(second.ToString()), StringComparison.OrdinalIgnoreCase));

    private static bool IsEncoded(ReadOnlySpan<char> address) => address.Contains(Encoded, StringComparison.OrdinalIgnoreCase);
}
