using System.Globalization;
using System.Text;

namespace BounceParser.Cli.Suppression;

/// <summary>Addresses that may stand in a list which programs read. A bounce is an attacker's text: what a shell, a list manager or an eye could take for something else is left to a person.</summary>
internal static class ListableAddress
{
    private const int Longest = 254;

    public static bool Is(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1 || address.Length > Longest || address[0] is '-' or '.' or '|' or '/') return false;
        foreach (var rune in address.EnumerateRunes())
            if (!Rune.IsLetterOrDigit(rune) && !IsMark(rune) && !"@.!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value, StringComparison.Ordinal)) return false;
        return address.IndexOf('@', StringComparison.Ordinal) == at;
    }

    // Letters of some scripts are written with marks; of all the rest only the signs of RFC 5322's dot-atom.
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
