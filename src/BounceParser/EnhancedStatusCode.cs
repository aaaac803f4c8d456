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
        if (LengthAt(text, out var read) != text.Length || text.IsEmpty) return false;
        code = read;
        return true;
    }

    /// <summary>Reads a text such as <c>5.1.1</c>; null for anything else, and for null.</summary>
    public static EnhancedStatusCode? Parse(string? text) => text is not null && TryParse(text, out var code) ? code : null;

    /// <summary>The code as RFC 3463 writes it: <c>5.1.1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    /// <summary>How long the code is that the text starts with; 0 when it starts with none.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text, out EnhancedStatusCode code)
    {
        code = default;
        if (text.Length < 5 || text[1] != '.' || text[0] is not ('2' or '4' or '5')) return 0;
        var dot = 2 + Digits(text[2..], out var subject);
        if (dot == 2 || dot == text.Length || text[dot] != '.') return 0;
        var digits = Digits(text[(dot + 1)..], out var detail);
        if (digits == 0) return 0;
        code = new EnhancedStatusCode(text[0] - '0', subject, detail);
        return dot + 1 + digits;
    }

    // How many digits the text starts with: three at most, 0 when there are more.
    private static int Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        for (var count = 0; count < text.Length; count++)
        {
            if (!char.IsAsciiDigit(text[count])) return count;
            if (count == 3) return 0;
            value = (value * 10) + text[count] - '0';
        }

        return text.Length;
    }
}
