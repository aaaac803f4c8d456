using BounceParser.Catalogue;

namespace BounceParser.Classification;

/// <summary>Words that put off and do not refuse for good: <c>Temporariness.txt</c>.</summary>
internal sealed class Temporariness
{
    // A condition bears its number in one index: these are for texts that no rule is held against.
    private readonly TextCondition[] _own;
    private readonly RuleIndex _index;

    public Temporariness(CatalogueFile? file)
    {
        (Conditions, _own) = (Read(file), Read(file));
        _index = new RuleIndex([], _own.Where(condition => condition.CanBeIndexed), []);
    }

    /// <summary>Those that the index of the rules looks for too.</summary>
    public IReadOnlyList<TextCondition> Conditions { get; }

    /// <summary>True when a text that rules were held against puts off.</summary>
    public bool IsIn(in RuleSubject subject)
    {
        foreach (var condition in Conditions)
            if (condition.Holds(subject)) return true;
        return false;
    }

    /// <summary>True when any text puts off.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        using var finding = new TextFinding(_index, text);
        var subject = new RuleSubject { Text = finding.Text, Found = finding.Conditions };
        foreach (var condition in _own)
            if (condition.Holds(subject)) return true;
        return false;
    }

    // Words of two signs are too short for the index: they are looked for one by one, and only where an address is at stake.
    private static TextCondition[] Read(CatalogueFile? file) =>
        [.. (file?.Lines() ?? []).Select(row => Pattern(file!.Name, row.Number, row.Line)).GroupBy(pattern => pattern.Anchors.Length > 0).Select(patterns => new TextCondition([.. patterns]))];

    private static TextPattern Pattern(string file, int number, string line) =>
        new PatternReader(_ => throw new CatalogueException(file, number, "no sets here"), problem => new CatalogueException(file, number, problem)).Read(line);
}
