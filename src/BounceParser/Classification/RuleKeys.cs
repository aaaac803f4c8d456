using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>The rules without words to look for, under the status, the provider or the reply that they ask for.</summary>
internal sealed class RuleKeys
{
    private const int MaxDetail = 1_000;

    private readonly Dictionary<int, int[]> _statuses = [];
    private readonly Dictionary<string, int[]> _providers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int[]> _replies = [];

    public RuleKeys()
    {
    }

    private RuleKeys(ref ImageReader image)
    {
        _statuses = Read(ref image, static (ref from) => from.Number());
        _providers = Read(ref image, static (ref from) => from.Text(), StringComparer.Ordinal);
        _replies = Read(ref image, static (ref from) => from.Number());
    }

    public static RuleKeys Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        Write(image, _statuses, image.Number);
        Write(image, _providers, image.Text);
        Write(image, _replies, image.Number);
    }

    public void Add(Rule rule)
    {
        var positive = rule.Conditions.Where(condition => !condition.Negated).ToList();
        if (positive.OfType<StatusCondition>().FirstOrDefault() is { } status)
            foreach (var code in status.Ranges.SelectMany(Codes).Distinct()) Under(_statuses, Number(code), rule);
        else if (positive.OfType<ProviderCondition>().FirstOrDefault() is { } provider)
            foreach (var name in provider.Names.Distinct()) Under(_providers, name, rule);
        else
            foreach (var code in positive.OfType<ReplyCondition>().First().Codes.SelectMany(range => Enumerable.Range(range.Low, range.High - range.Low + 1)).Distinct()) Under(_replies, code, rule);
    }

    public void Find(in RuleSubject subject, Span<ulong> rules)
    {
        if (subject.Status is { } status) Mark(_statuses, Number(status), rules);
        if (subject.Provider is { } provider) Mark(_providers, provider, rules);
        if (subject.Reply != 0) Mark(_replies, subject.Reply, rules);
    }

    // No part of a code has more than three digits.
    private static int Number(EnhancedStatusCode code) => (((code.Class * 1_000) + code.Subject) * 1_000) + code.Detail;

    private static IEnumerable<EnhancedStatusCode> Codes(StatusRange range) =>
        from @class in range.Class == 0 ? new[] { 4, 5 } : [range.Class]
        from detail in Enumerable.Range(range.Low, Math.Min(range.High, MaxDetail) - range.Low + 1)
        select new EnhancedStatusCode(@class, range.Subject, detail);

    private static Dictionary<T, int[]> Read<T>(ref ImageReader image, ImageReader.Reading<T> key, IEqualityComparer<T>? comparer = null)
        where T : notnull
    {
        var count = image.Number();
        var table = new Dictionary<T, int[]>(count, comparer);
        for (; count > 0; count--) table.Add(key(ref image), image.Array<int>());
        return table;
    }

    private static void Write<T>(ImageWriter image, Dictionary<T, int[]> table, Action<T> key)
        where T : notnull => image.All(table, entry =>
    {
        key(entry.Key);
        image.Array<int>(entry.Value);
    });

    private static void Under<T>(Dictionary<T, int[]> table, T key, Rule rule)
        where T : notnull => table[key] = table.TryGetValue(key, out var rules) ? [.. rules, rule.Ordinal] : [rule.Ordinal];

    private static void Mark<T>(Dictionary<T, int[]> table, T key, Span<ulong> rules)
        where T : notnull
    {
        if (!table.TryGetValue(key, out var found)) return;
        foreach (var rule in found) Bits.Set(rules, rule);
    }
}
