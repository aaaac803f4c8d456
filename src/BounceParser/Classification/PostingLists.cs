namespace BounceParser.Classification;

/// <summary>Puts patterns under the literals that lead to them.</summary>
internal sealed class PostingLists
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _literals = [];
    private readonly List<List<Posting>> _lists = [];
    private readonly List<Trial> _trials = [];
    private readonly List<ushort> _conditionOfTrial = [];
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <param name="conditions">All whose patterns will be added: a literal that many of them need leads to none when another can.</param>
    public PostingLists(IEnumerable<TextCondition> conditions)
    {
        foreach (var pattern in conditions.SelectMany(condition => condition.Patterns))
            foreach (var anchor in pattern.Anchors.SelectMany(group => group)) _uses[anchor] = _uses.GetValueOrDefault(anchor) + 1;
    }

    /// <summary>The literals, those that lead to one posting first.</summary>
    public IReadOnlyList<string> Literals => [.. Ordered.Select(number => _literals[number])];

    /// <summary>The postings of each.</summary>
    public IReadOnlyList<IReadOnlyList<Posting>> Lists => [.. Ordered.Select(number => _lists[number])];

    /// <summary>The patterns to be tried, by number.</summary>
    public IReadOnlyList<Trial> Trials
    {
        get
        {
            var places = new int[_literals.Count];
            foreach (var (place, number) in Ordered.Index()) places[number] = place;
            return [.. _trials.Select(trial => trial with { Others = [.. trial.Others.Select(group => group.Select(number => places[number]).ToArray())] })];
        }
    }

    /// <summary>The condition that each stands in.</summary>
    public ushort[] ConditionOfTrial => [.. _conditionOfTrial];

    private IEnumerable<int> Ordered => Enumerable.Range(0, _lists.Count).OrderBy(number => _lists[number].Count != 1);

    public void Add(TextCondition condition, int number)
    {
        for (var place = 0; place < condition.Patterns.Length; place++)
            if (condition.Patterns[place].Anchors.Length > 0) Add(condition.Patterns[place], place, number);
    }

    public void Add(NameCondition condition, int number)
    {
        foreach (var name in condition.Names) Add(name, new Posting(number, 0, Fit.Anywhere));
    }

    public void Add(string literal, Posting posting) => _lists[Number(literal)].Add(posting);

    private void Add(TextPattern pattern, int place, int condition)
    {
        var lead = pattern.Anchors.MinBy(group => group.Sum(anchor => _uses[anchor]))!;
        if (pattern.Fit == Fit.Trial)
        {
            foreach (var word in lead) Add(word, new Posting(_trials.Count, place, Fit.Trial));
            _conditionOfTrial.Add((ushort)condition);
            _trials.Add(new Trial(pattern, [.. pattern.Anchors.Where(group => group != lead).Select(group => group.Select(Number).ToArray())]));
            return;
        }

        for (var word = 0; word < lead.Length; word++) Add(lead[word], new Posting(condition, place, pattern.Fit, word));
    }

    private int Number(string literal)
    {
        if (_numbers.TryGetValue(literal, out var number)) return number;
        _literals.Add(literal);
        _lists.Add([]);
        return _numbers[literal] = _lists.Count - 1;
    }
}
