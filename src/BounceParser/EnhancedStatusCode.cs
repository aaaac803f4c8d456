using System.Globalization;

namespace BounceParser;

/// <summary>An enhanced mail system status code (RFC 3463): class, subject and detail, as in 5.1.1.</summary>
/// <param name="Class">2 (success), 4 (persistent transient failure) or 5 (permanent failure).</param>
/// <param name="Subject">What it is about, 0 to 999: 1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy.</param>
/// <param name="Detail">The precise condition, 0 to 999.</param>
public readonly record struct EnhancedStatusCode(int Class, int Subject, int Detail)
{
    /// <summary>True when subject and detail are both zero: only the class is known.</summary>
    public bool IsGeneric => Subject == 0 && Detail == 0;

    /// <summary>Reads a whole text such as <c>5.1.1</c>; false, and the default value, for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EnhancedStatusCode code)
    {
        code = default;
        text = text.Trim();
        if (text.Length < 5 || text[1] != '.' || text[0] is not ('2' or '4' or '5')) return false;
        var rest = text[2..];
        var dot = rest.IndexOf('.');
        if (dot is < 1 or > 3 || rest.Length - dot - 1 is < 1 or > 3) return false;
        if (!TryReadDigits(rest[..dot], out var subject) || !TryReadDigits(rest[(dot + 1)..], out var detail)) return false;
        code = new EnhancedStatusCode(text[0] - '0', subject, detail);
        return true;
    }

    /// <summary>Reads a text such as <c>5.1.1</c>; null for anything else, and for null.</summary>
    public static EnhancedStatusCode? Parse(string? text) => text is not null && TryParse(text, out var code) ? code : null;

    /// <summary>The code as RFC 3463 writes it: <c>5.1.1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static bool TryReadDigits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
