using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace BounceParser.Text;

/// <summary>Folds a text for comparison at equal length, so that every position stays a UTF-16 offset of the original.</summary>
/// <remarks>
/// Lower case, any white space or control as a space, plain apostrophes and hyphens, accents off, full width as ASCII.
/// A base letter and a combining accent stay two units: the accent becomes <see cref="Silent"/>, and is taken out where texts are compared.
/// </remarks>
internal static class FoldedText
{
    /// <summary>Stands for each unit of an address, host, URL or queue id: no pattern can hold it.</summary>
    public const char Blank = '\u0001';

    public const char Silent = '\u0002';

    /// <summary>Stands for each unit of an IP address: a pattern holds it as <c>$ip</c>.</summary>
    public const char BlankIp = '\u0003';

    private const int MostOnStack = 256;

    // The base letters of U+00C0 to U+017F and U+1E00 to U+1EFF. A table, since invariant globalization normalizes nothing.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuytyaaaaaacc"
        + "ccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllllllnnnnnnnŋŋoooo"
        + "oooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnn"
        + "nnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyy"
        + "zzzzzzhtwyẚsẜẝsẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooo"
        + "oooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    private static readonly char[] Low = UnitTable.Of(0x600, FoldOnce);

    /// <summary>One unit folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Letter(char unit)
    {
        var low = Low;
        return unit < low.Length ? low[unit] : FoldHigh(unit);
    }

    /// <summary>Folds into the buffer, which must be as long as the text.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        folded = folded[..text.Length];
        var low = Low;
        for (var at = AsciiFold.Start(text, folded); at < text.Length; at++)
        {
            var unit = text[at];
            folded[at] = unit < low.Length ? low[unit] : FoldHigh(unit);
        }
    }

    /// <summary>Folds, and closes runs of spaces, so that where a line was wrapped never matters: how rules and what they are held against are compared.</summary>
    /// <param name="text">The text, all of it.</param>
    /// <param name="folded">As long as the text.</param>
    /// <param name="offsets">As long as the text: the original offset of each unit kept; written only when some were left out.</param>
    /// <returns>The units kept; the text's own length when none was left out and the offsets are its own.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded, Span<ushort> offsets)
    {
        folded = folded[..text.Length];
        Fold(text, folded);
        Umlauts.Silence(folded);
        RepeatedCodes.Silence(folded);
        return Squeeze(folded, offsets);
    }

    /// <summary>The same as one string: for words of the catalogue.</summary>
    public static string Of(string text)
    {
        var folded = new char[text.Length];
        return new string(folded, 0, Fold(text, folded, new ushort[text.Length]));
    }

    /// <summary>The folded form without white space at its start, runs of it closed, so that neither wrapping nor typing matters.</summary>
    public static string Closed(ReadOnlySpan<char> text) => Closed(text, text.Length, out _);

    /// <summary>The same in the room given, which must be as long as the text.</summary>
    public static ReadOnlySpan<char> Closed(ReadOnlySpan<char> text, Span<char> room)
    {
        room = room[..text.Length];
        Fold(text, room);
        return room[..CloseGaps(room)];
    }

    /// <summary>The same of bytes in the room given, which must be as long; false when they are not ASCII.</summary>
    public static bool TryClosed(ReadOnlySpan<byte> ascii, Span<char> room, out int length)
    {
        if (Ascii.ToUtf16(ascii, room, out length) != OperationStatus.Done) return false;
        room = room[..length];
        Fold(room, room);
        length = CloseSpaces(room);
        return true;
    }

    /// <summary>The same, and how much of it is of the text before a place where a line starts.</summary>
    public static string Closed(ReadOnlySpan<char> text, int place, out int length)
    {
        var rented = text.Length <= MostOnStack ? null : ArrayPool<char>.Shared.Rent(text.Length);
        var folded = rented is null ? stackalloc char[MostOnStack] : rented;
        folded = folded[..text.Length];
        Fold(text, folded);
        length = CloseGaps(folded[..place]);
        var more = folded.Slice(place, CloseGaps(folded[place..]));
        more.CopyTo(folded[length..]);
        var result = new string(folded[..(length + more.Length)]);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return result;
    }

    private static int Squeeze(Span<char> folded, Span<ushort> offsets)
    {
        if (folded.IndexOf("  ") < 0 && !folded.Contains(Silent)) return folded.Length;
        var length = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            var unit = folded[at];
            if (unit == Silent || (unit == ' ' && length > 0 && folded[length - 1] == ' ')) continue;
            offsets[length] = (ushort)at;
            folded[length++] = unit;
        }

        return length;
    }

    // In place; the units kept.
    private static int CloseGaps(Span<char> folded) => CloseSpaces(folded.Contains(Silent) ? folded[..DropSilent(folded)] : folded);

    // A gap at the start closes to nothing, any other to one space.
    private static int CloseSpaces(Span<char> folded)
    {
        if (folded is not [' ', ..] && folded.IndexOf("  ") < 0) return folded.Length;
        var length = 0;
        for (var rest = folded.TrimStart(' '); !rest.IsEmpty; rest = rest.TrimStart(' '))
        {
            var plain = rest.IndexOf("  ") is >= 0 and var gap ? gap + 1 : rest.Length;
            rest[..plain].CopyTo(folded[length..]);
            length += plain;
            rest = rest[plain..];
        }

        return length;
    }

    private static int DropSilent(Span<char> folded)
    {
        var length = 0;
        foreach (var unit in folded)
            if (unit != Silent) folded[length++] = unit;
        return length;
    }

    /// <summary>True for the scripts written without spaces between words: Han, Kana, Hangul, Thai and their neighbours.</summary>
    public static bool IsUnspaced(char unit) => unit >= 0x0E00 && unit is
         (>= '\u0E00' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u1100' and <= '\u11FF') or (>= '\u2E80' and <= '\uDFFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9D');

    /// <summary>True for a letter or digit of a script that parts its words.</summary>
    public static bool IsWordUnit(char unit) => unit < 128 ? char.IsAsciiLetterOrDigit(unit) : char.IsLetterOrDigit(unit) && !IsUnspaced(unit);

    private static char FoldHigh(char unit) => unit switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u2032' => '\'',
        (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        >= '\uFF01' and <= '\uFF5E' => Low[unit - 0xFEE0],
        '\u3000' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' => ' ',
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => Silent,
        >= '\u1E00' and <= '\u1EFF' => LatinAdditional[unit - 0x1E00],
        _ => char.ToLowerInvariant(unit),
    };

    private static char Greek(char unit) => unit switch
    {
        'Ά' or 'ά' => 'α',
        'Έ' or 'έ' => 'ε',
        'Ή' or 'ή' => 'η',
        'Ί' or 'ί' or 'Ϊ' or 'ϊ' or 'ΐ' => 'ι',
        'Ό' or 'ό' => 'ο',
        'Ύ' or 'ύ' or 'Ϋ' or 'ϋ' or 'ΰ' => 'υ',
        'Ώ' or 'ώ' => 'ω',
        // The sigma at the end of a word.
        'ς' => 'σ',
        _ => char.ToLowerInvariant(unit),
    };

    private static char FoldOnce(char unit) => unit switch
    {
        '`' or '\u00B4' => '\'',
        '\u00AD' or (>= '\u0300' and <= '\u036F') => Silent,
        >= '\u00C0' and <= '\u017F' => Latin[unit - 0xC0],
        'Ё' or 'ё' => 'е',
        'Ơ' or 'ơ' => 'o',
        'Ư' or 'ư' => 'u',
        // Romanian, with the comma that Unicode took long to tell from the cedilla.
        'Ș' or 'ș' => 's',
        'Ț' or 'ț' => 't',
        >= 'Ά' and <= 'ώ' => Greek(unit),
        _ when char.IsWhiteSpace(unit) || char.IsControl(unit) => ' ',
        _ => char.ToLowerInvariant(unit),
    };
}
