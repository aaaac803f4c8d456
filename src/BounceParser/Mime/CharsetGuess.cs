using BounceParser.Text;

namespace BounceParser.Mime;

/// <summary>The charset of a text that declares none, by what its bytes look like. Linear in the first 4 KB.</summary>
/// <remarks>Latin letters with accents stand alone among ASCII; the letters of other scripts stand side by side.</remarks>
internal static class CharsetGuess
{
    private const int Looked = 4_096;
    private const int FewestHigh = 6;

    // Of fewer letters none may happen to be a capital.
    private const int FewestOfHebrew = 24;

    /// <summary>The name of the charset; null for UTF-8 and UTF-16, and when the bytes look Western, or like nothing known.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, Looked)];
        // ISO-2022-JP (RFC 1468) shifts by escapes.
        if (start.Contains((byte)0x1B) && (start.IndexOf("\x1B$B"u8) >= 0 || start.IndexOf("\x1B$@"u8) >= 0)) return "iso-2022-jp";
        if (TextBytes.IsUtf8(bytes) || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return null;
        return Shape.Of(start) is { High: >= FewestHigh } shape && shape.High >= shape.Runs * 3 ? shape.Charset : LatinGuess.Of(start);
    }

    /// <summary>How the bytes above 127 lie.</summary>
    /// <param name="High">How many there are.</param>
    /// <param name="Runs">How many stretches of them.</param>
    /// <param name="Middle">How many lie in 0xA0 to 0xBF, where the Cyrillic charsets have no letters but one.</param>
    /// <param name="Controls">How many lie in 0x80 to 0x9F: Shift_JIS has them, and KOI8-R hardly.</param>
    /// <param name="Kana">How many lead a kana of EUC-JP.</param>
    /// <param name="Hangul">How many pairs lie where EUC-KR has its syllables alone.</param>
    /// <param name="Lower">How many lie in 0xE0 to 0xFF, the small letters of windows-1251.</param>
    /// <param name="Alef">How many lie in 0xE0 to 0xFA, where windows-1255 has all of its letters.</param>
    /// <param name="Tonos">How many vowels with an accent of ISO-8859-7 stand within a word, where windows-1251 has capitals.</param>
    private readonly record struct Shape(int High, int Runs, int Middle, int Controls, int Kana, int Hangul, int Lower, int Alef, int Tonos)
    {
        public string? Charset =>
            Controls * 4 > High ? "shift_jis"
            : Middle * 12 < High ? Alphabet
            : Kana * 4 > High / 2 ? "euc-jp"
            : Hangul * 10 > High / 2 * 8 ? "euc-kr"
            : "gb18030";

        private string Alphabet => Tonos * 20 > High ? "iso-8859-7" : Alef == High && High > FewestOfHebrew ? "windows-1255" : Lower * 2 > High ? "windows-1251" : "koi8-r";

        public static Shape Of(ReadOnlySpan<byte> bytes)
        {
            int high = 0, runs = 0, middle = 0, controls = 0, kana = 0, hangul = 0, lower = 0, alef = 0, tonos = 0;
            for (var at = 0; at < bytes.Length; at++)
            {
                if (bytes[at] < 0x80) continue;
                var start = at;
                for (; at < bytes.Length && bytes[at] >= 0x80; at++)
                {
                    high++;
                    if (bytes[at] < 0xA0) controls++;
                    else if (bytes[at] < 0xC0) middle++;
                    if (bytes[at] >= 0xE0) lower++;
                    if (bytes[at] is >= 0xE0 and <= 0xFA) alef++;
                    if (bytes[at] is >= 0xDC and <= 0xDF && at > start && bytes[at - 1] >= 0xE1 && at + 1 < bytes.Length && bytes[at + 1] >= 0xE1) tonos++;
                    if ((at - start) % 2 != 0) continue;
                    if (bytes[at] is 0xA4 or 0xA5) kana++;
                    if (bytes[at] is >= 0xB0 and <= 0xC8) hangul++;
                }

                runs++;
            }

            return new Shape(high, runs, middle, controls, kana, hangul, lower, alef, tonos);
        }
    }
}
