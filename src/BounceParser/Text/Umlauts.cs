using System.Buffers;

namespace BounceParser.Text;

/// <summary>The umlauts of German texts that are written in ASCII: <c>ungueltig</c> is to be read as <c>ungültig</c> is.</summary>
internal static class Umlauts
{
    // Stems of words that servers say, each with one umlaut: in other words the same letters are two vowels.
    private static readonly SearchValues<string> Stems = SearchValues.Create(
        [
            "aender", "buero", "daecht", "empfaeng", "faehig", "foerder", "fuegbar", "fuehr", "fuell", "fuer ", "gehoer", "groess", "gruend", "gueltig", "haelt", "haeng", "hoechst", "itaet", "koenn", "kuendig", "kuerz",
            "laess", "loesch", "loest", "moegl", "muess", "naechst", "noetig", "oeffn", "pruef", "rueck", "schaed", "schluess", "schoepf", "schuetz", "spaet", "staend", "stoer", "stuetz", "taegl", "ueber", "waehr", "wuensch", "zaehl",
        ],
        StringComparison.Ordinal);

    /// <summary>Makes the e of each one <see cref="FoldedText.Silent"/>, in place.</summary>
    public static void Silence(Span<char> folded)
    {
        if (!MayHoldAny(folded)) return;
        for (var rest = folded; rest.IndexOfAny(Stems) is >= 0 and var at;)
        {
            rest = rest[at..];
            var vowel = rest.IndexOfAny('a', 'o', 'u');
            while (rest[vowel + 1] != 'e') vowel += 1 + rest[(vowel + 1)..].IndexOfAny('a', 'o', 'u');
            rest[vowel + 1] = FoldedText.Silent;
            rest = rest[(vowel + 2)..];
        }
    }

    // An e behind another vowel: few texts of other languages hold that either.
    private static bool MayHoldAny(ReadOnlySpan<char> folded)
    {
        var last = 0UL;
        for (var block = 0; block < folded.Length; block += UnitBlock.Length)
        {
            var units = UnitBlock.At(folded, block);
            var vowels = units.Are('a') | units.Are('o') | units.Are('u');
            if (((vowels << 1 | last) & units.Are('e')) != 0) return true;
            last = vowels >> (UnitBlock.Length - 1);
        }

        return false;
    }
}
