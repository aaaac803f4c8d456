using System.Net;

namespace BounceParser.Dsn;

/// <summary>Reads the value of Reporting-MTA and Remote-MTA: <c>dns; host</c>, often with the address beside it.</summary>
internal static class HostField
{
    private const int LongestHost = 300;

    /// <summary>The host, or <c>host [address]</c> where an address is given too; null when the field is empty.</summary>
    public static string? Read(ReadOnlySpan<char> value)
    {
        var words = AddressField.Untyped(value.Trim(), out _).Trim();
        if (words is ['<', .., '>']) words = words[1..^1].Trim();
        var end = words.IndexOfAny(" \t\n(");
        var host = (end < 0 ? words : words[..end]).TrimEnd(".,;");
        if (host.IsEmpty || host.Length > LongestHost) return null;
        if (end < 0) return host.ToString();
        var rest = words[end..];
        return AddressIn(rest) is { } address ? $"{host} [{address}]" : host.ToString();
    }

    // "(192.0.2.1, the server for the domain)", "[192.0.2.1]", "(TCP|192.0.2.1|25|...)"
    private static string? AddressIn(ReadOnlySpan<char> words)
    {
        foreach (var piece in words.SplitAny(" \t\n()[],|"))
        {
            var word = words[piece].Trim();
            if (word.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) word = word[5..];
            if (word.Length is > 2 and < 46 && word.IndexOfAny('.', ':') > 0 && IPAddress.TryParse(word, out _)) return word.ToString();
        }

        return null;
    }
}
