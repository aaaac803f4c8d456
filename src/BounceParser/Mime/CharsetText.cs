using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using BounceParser.Text;

namespace BounceParser.Mime;

/// <summary>Turns the bytes of a text part into text. Never throws, whatever charset is declared.</summary>
internal static class CharsetText
{
    // The names that most mails declare: no string is made for these.
    private static readonly string[] Usual = ["us-ascii", "utf-8", "iso-8859-1", "UTF-8", "US-ASCII", "ISO-8859-1", "windows-1252"];

    private static readonly SearchValues<byte> Escapes = SearchValues.Create([0x1B, 0x0E, (byte)'~', 0]);

    /// <summary>The charset's name as it is written.</summary>
    public static string NameOf(ReadOnlySpan<byte> written)
    {
        foreach (var name in Usual)
            if (Ascii.Equals(written, name)) return name;
        return Encoding.ASCII.GetString(written);
    }

    /// <summary>By the declared charset when it is known and fits, else UTF-8 when valid, else Windows-1252; line ends are LF.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        // What a program declares that does not know, and bytes that are no UTF-8 though they claim to be.
        if (charset is null or "us-ascii" or "utf-8" or "US-ASCII" or "UTF-8" or "iso-8859-1" or "ISO-8859-1") charset = CharsetGuess.Of(bytes);
        // Plain ASCII reads the same in every charset, those that shift by escapes, and UTF-16, aside.
        if (charset is null || (Ascii.IsValid(bytes) && !bytes.ContainsAny(Escapes))) return TextBytes.Decode(bytes, bytes.Length);
        var encoding = Find(charset);
        return encoding is null || Contradicts(encoding, bytes)
            ? TextBytes.Decode(bytes, bytes.Length)
            : encoding.GetString(bytes).Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n");
    }

    // ASCII and Latin-1 are what programs declare that do not know; TextBytes reads both, and UTF-8 that only claims to be one of them.
    private static bool Contradicts(Encoding encoding, ReadOnlySpan<byte> bytes) => encoding.CodePage switch
    {
        20127 or 28591 or 1252 or 65001 => true,
        1200 or 1201 => bytes.IndexOf((byte)0) < 0,
        // Seven bits by definition.
        (>= 50220 and <= 50222) or 50225 or 52936 or 65000 => !Ascii.IsValid(bytes) && Utf8.IsValid(bytes),
        28592 or 28605 or (>= 1250 and <= 1258) => Utf8.IsValid(bytes),
        _ => false,
    };

    private static Encoding? Find(string charset)
    {
        var name = charset.Trim().Trim('"', '\'').ToLowerInvariant();
        return name.Length is 0 or > 40 ? null : name switch
        {
            "utf8" or "utf-8" or "unicode-1-1-utf-8" or "ascii" or "us-ascii" or "ansi_x3.4-1968" or "7bit" => null,
            "latin1" or "iso8859-1" or "iso_8859-1" or "iso-8859-1" or "windows-1252" or "cp1252" => null,
            "iso-2022-jp-ms" or "cp50220" => ByName("iso-2022-jp"),
            "sjis" or "x-sjis" or "ms932" or "cp932" or "windows-31j" => ByName("shift_jis"),
            "gbk" or "gb2312" or "x-gbk" or "cp936" => ByName("gb18030"),
            "ms949" or "cp949" or "uhc" or "ksc5601" => ByName("ks_c_5601-1987"),
            "iso-8859-8-i" or "iso-8859-8-e" => ByName("iso-8859-8"),
            "utf-16" => Encoding.Unicode,
            _ => ByName(name) ?? ByNumber(name),
        };
    }

    // "cp1251", "win1251", "windows1251", "ibm850", "x-cp1250"
    private static Encoding? ByNumber(string name)
    {
        var digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits < 1 || name[..digits] is not ("cp" or "x-cp" or "ms" or "win" or "win-" or "windows" or "windows-" or "ibm")) return null;
        if (!int.TryParse(name.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var page) || page is 0 or > 65535) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? ByName(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
