using System.Text.RegularExpressions;
using BounceParser.Catalogue;
using BounceParser.Classification;

namespace BounceParser.Benchmarks;

/// <summary>Our rules three times over, to see that a larger catalogue is no slower.</summary>
internal static partial class LargeCatalogue
{
    /// <summary>The rules as they are; again with another last word in each text; and again with another first word.</summary>
    public static RuleCatalogue Load()
    {
        CatalogueFile[] files = [.. CatalogueFile.Embedded("Rules", ".rules")];
        return RuleCatalogue.Of([], [.. files, .. files.Select(file => Varied(file, LastWord())), .. files.Select(file => Varied(file, FirstWord()))]);
    }

    private static CatalogueFile Varied(CatalogueFile file, Regex word) =>
        file with { Text = Quoted().Replace(file.Text, text => word.Replace(text.Value, found => new string([.. found.Value.Select(Turned)]), 1)) };

    private static char Turned(char letter) => char.IsAsciiLetterLower(letter) ? (char)('a' + ((letter - 'a' + 13) % 26)) : letter;

    [GeneratedRegex("\"[^\"\n]+\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<![$A-Za-z0-9])[a-z]+(?=\")")]
    private static partial Regex LastWord();

    [GeneratedRegex("(?<=\")[a-z]+")]
    private static partial Regex FirstWord();
}
