using System.Text;
using BounceParser.Catalogue;

namespace BounceParser.Classification;

/// <summary>Words that put off and do not refuse for good: <c>Temporariness.txt</c>.</summary>
internal sealed class Temporariness
{
    // A condition bears its number in one index: these are for texts that no rule is held against.
    private readonly TextCondition[] _own;
    private readonly RuleIndex _index;
    private readonly TextCondition[] _conditions;

    public Temporariness(CatalogueFile? file)
    {
        (_conditions, _own) = (Read(file), Read(file));
        _index = new RuleIndex([], _own.Where(condition => condition.CanBeIndexed), []);
    }

    /// <summary>Those that the index of the rules looks for too.</summary>
    public IEnumerable<TextCondition> Indexed => _conditions.Where(condition => condition.CanBeIndexed);

    /// <summary>True when a text that rules were held against puts off.</summary>
    public bool IsIn(in RuleSubject subject) => AnyHolds(_conditions, subject);

    /// <summary>True when any text puts off.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        using var finding = new TextFinding(_index, text);
        return AnyHolds(_own, new RuleSubject { Text = finding.Text, Found = finding.Conditions });
    }

    private static bool AnyHolds(TextCondition[] conditions, in RuleSubject subject)
    {
        foreach (var condition in conditions)
            if ((condition.Number >= 0 || !Ascii.IsValid(subject.Text)) && condition.Holds(subject)) return true;
        return false;
    }

    private static TextCondition[] Read(CatalogueFile? file) =>
        [.. (file?.Lines() ?? []).Select(row => Pattern(file!.Name, row.Number, row.Line)).GroupBy(pattern => pattern.Anchors.Length > 0).Select(patterns => new TextCondition([.. patterns]))];

    private static TextPattern Pattern(string file, int number, string line)
    {
        var pattern = new PatternReader(_ => throw new CatalogueException(file, number, "no sets here"), problem => new CatalogueException(file, number, problem)).Read(line);
        return pattern.Anchors.Length > 0 || !Ascii.IsValid(line) ? pattern : throw new CatalogueException(file, number, "less than four letters");
    }
}
