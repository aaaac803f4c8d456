namespace BounceParser.Classification;

/// <summary>Puts patterns under the literals that lead to them.</summary>
internal sealed class PostingLists
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<List<Posting>> _lists = [];
    private readonly List<Trial> _trials = [];
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <param name="conditions">All whose patterns will be added: a literal that many of them need leads to none when another can.</param>
    public PostingLists(IEnumerable<TextCondition> conditions)
    {
        foreach (var pattern in conditions.SelectMany(condition => condition.Patterns))
            foreach (var anchor in pattern.Anchors.SelectMany(group => group)) _uses[anchor] = _uses.GetValueOrDefault(anchor) + 1;
    }

    /// <summary>The literals, by number.</summary>
    public IReadOnlyList<string> Literals => [.. _numbers.OrderBy(literal => literal.Value).Select(literal => literal.Key)];

    /// <summary>The postings of all literals, one list after the other.</summary>
    public Posting[] Flat => [.. _lists.SelectMany(list => list)];

    /// <summary>Where in <see cref="Flat"/> the list of each literal starts, and where the last one ends.</summary>
    public ushort[] Starts
    {
        get
        {
            var starts = new ushort[_lists.Count + 1];
            for (var number = 0; number < _lists.Count; number++) starts[number + 1] = checked((ushort)(starts[number] + _lists[number].Count));
            return starts;
        }
    }

    public Trial[] Trials => [.. _trials];

    public void Add(TextCondition condition, int number)
    {
        for (var place = 0; place < condition.Patterns.Length; place++) Add(condition.Patterns[place], (ushort)place, number);
    }

    public void Add(NameCondition condition, int number)
    {
        foreach (var name in condition.Names) Add(name, new Posting((ushort)number, 0, Fit.Anywhere));
    }

    public void Add(string literal, Posting posting) => _lists[Number(literal)].Add(posting);

    private void Add(TextPattern pattern, ushort place, int condition)
    {
        var lead = pattern.Anchors.MinBy(group => group.Sum(anchor => _uses[anchor]))!;
        var posting = new Posting((ushort)condition, place, pattern.Fit);
        if (pattern.Fit == Fit.Trial)
        {
            posting = posting with { Number = (ushort)_trials.Count };
            _trials.Add(new Trial(condition, pattern, [.. pattern.Anchors.Where(group => group != lead).Select(group => group.Select(Number).ToArray())]));
        }

        for (var word = 0; word < lead.Length; word++) Add(lead[word], posting with { Word = (byte)word });
    }

    private int Number(string literal)
    {
        if (_numbers.TryGetValue(literal, out var number)) return number;
        _lists.Add([]);
        return _numbers[literal] = _lists.Count - 1;
    }
}
