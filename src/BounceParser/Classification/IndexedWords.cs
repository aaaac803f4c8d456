using System.Text;
using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Words of a file that the index of the rules looks for too, though they stand in no rule.</summary>
internal sealed class IndexedWords
{
    private readonly TextCondition[] _conditions;

    /// <param name="file">The file's name, for what is wrong.</param>
    /// <param name="words">A pattern each, with the number of its line.</param>
    public IndexedWords(string file, IEnumerable<(int Number, string Words)> words) => _conditions =
        [.. words.Select(row => Pattern(file, row.Number, row.Words)).GroupBy(pattern => pattern.Anchors.Length > 0).Select(patterns => new TextCondition([.. patterns]))];

    private IndexedWords(ref ImageReader image) => _conditions = image.All(static (ref from) => (TextCondition)ConditionImage.Read(ref from));

    /// <summary>Those that the index of the rules looks for too.</summary>
    public IEnumerable<TextCondition> Indexed => _conditions.Where(condition => condition.CanBeIndexed);

    public static IndexedWords Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image) => image.All(_conditions, condition => ConditionImage.Write(image, condition));

    /// <summary>True when a text that the index was asked about holds one.</summary>
    public bool IsIn(in TextFinding finding)
    {
        var subject = new RuleSubject { Text = finding.Text, Found = finding.Conditions };
        foreach (var condition in _conditions)
            if ((condition.Number >= 0 || !Ascii.IsValid(subject.Text)) && condition.Holds(subject)) return true;
        return false;
    }

    private static TextPattern Pattern(string file, int number, string line)
    {
        var pattern = new PatternReader(_ => throw new CatalogueException(file, number, "no sets here"), problem => new CatalogueException(file, number, problem)).Read(line);
        return pattern.Anchors.Length > 0 || !Ascii.IsValid(line) ? pattern : throw new CatalogueException(file, number, "less than three letters");
    }
}
