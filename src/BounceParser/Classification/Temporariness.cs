using System.Text;
using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Words that put off and do not refuse for good: <c>Temporariness.txt</c>.</summary>
internal sealed class Temporariness
{
    private readonly TextCondition[] _conditions;

    public Temporariness(CatalogueFile? file) => _conditions =
        [.. (file?.Lines() ?? []).Select(row => Pattern(file!.Name, row.Number, row.Line)).GroupBy(pattern => pattern.Anchors.Length > 0).Select(patterns => new TextCondition([.. patterns]))];

    private Temporariness(ref ImageReader image) => _conditions = image.All(static (ref from) => (TextCondition)ConditionImage.Read(ref from));

    /// <summary>Those that the index of the rules looks for too.</summary>
    public IEnumerable<TextCondition> Indexed => _conditions.Where(condition => condition.CanBeIndexed);

    public static Temporariness Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image) => image.All(_conditions, condition => ConditionImage.Write(image, condition));

    /// <summary>True when a text that the index was asked about puts off.</summary>
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
