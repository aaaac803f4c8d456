namespace BounceParser.Mime;

/// <summary>Tells Turkish and the languages of Central Europe from Western ones, in bytes that are no UTF-8: by what stands within words.</summary>
internal static class LatinGuess
{
    private const int Fewest = 3;

    /// <summary>The charset; null for Western letters.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        int turkish = 0, acute = 0, central = 0, ofWindows = 0, ofIso = 0, ofEither = 0;
        for (var at = 1; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] < 0x80 || !IsLetter(bytes[at - 1]) || !IsLetter(bytes[at + 1])) continue;
            switch (bytes[at])
            {
                // ı ş ğ, which Icelandic writes too, beside vowels with an acute.
                case 0xDD or 0xDE or 0xD0 or 0xFD or 0xFE or 0xF0: turkish++; break;
                case 0xE1 or 0xE9 or 0xED or 0xF3 or 0xFA: acute++; break;
                // ł ż of both charsets: signs in the Western one, as are the next.
                case 0xB3 or 0xBF: central++; break;
                // ą ś ź, ž
                case 0xB1 or 0xB6 or 0xBC or 0xBE: (central, ofIso) = (central + 1, ofIso + 1); break;
                // č ě ř beside š.
                case 0xE8 or 0xEC or 0xF8: ofIso++; break;
                // š ž
                case 0x9A or 0x9E or 0x9F: (central, ofWindows) = (central + 1, ofWindows + 1); break;
                // ą of Windows, š of ISO.
                case 0xB9: (central, ofEither) = (central + 1, ofEither + 1); break;
                default: break;
            }
        }

        if (central >= Fewest) return ofWindows > 0 || (ofEither > 0 && ofIso == 0) ? "windows-1250" : "iso-8859-2";
        return turkish >= Fewest && acute == 0 ? "windows-1254" : null;
    }

    private static bool IsLetter(byte value) => value >= 0xB1 || (value | 0x20) is >= (byte)'a' and <= (byte)'z' || value is 0x9A or 0x9C or 0x9E or 0x9F;
}
