using System.IO.Enumeration;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>What a rule is held against.</summary>
internal readonly ref struct RuleSubject
{
    /// <summary>The folded text, names blanked.</summary>
    public required ReadOnlySpan<char> Text { get; init; }

    /// <summary>The folded text, names and all.</summary>
    public ReadOnlySpan<char> Whole { get; init; }

    /// <summary>Which indexed conditions hold; empty when each is to be looked for.</summary>
    public FoundConditions Found { get; init; }

    public int Reply { get; init; }

    public EnhancedStatusCode? Status { get; init; }

    public string? Provider { get; init; }

    public string? Host { get; init; }

    public SmtpStage Stage { get; init; }

    public string? Dialect { get; init; }

    public DsnAction Action { get; init; }

    /// <summary>True when the queue gave up for lack of time.</summary>
    public bool Expired { get; init; }
}

/// <summary>One condition of a rule; any of its values suffices.</summary>
internal abstract record Condition
{
    /// <summary>True for <c>not</c>.</summary>
    public bool Negated { get; init; }

    /// <summary>True for words that no index looks up.</summary>
    public virtual bool Searches => false;

    /// <summary>True when the rule's condition is met, <c>not</c> included.</summary>
    public bool Holds(in RuleSubject subject) => Meets(subject) != Negated;

    protected abstract bool Meets(in RuleSubject subject);
}

/// <summary>A condition on the text that the index looks up.</summary>
internal abstract record IndexedCondition : Condition
{
    /// <summary>Its number in <see cref="RuleSubject.Found"/>; -1 for a condition that is not indexed. Given by the index, once.</summary>
    public int Number { get; set; } = -1;

    public override bool Searches => Number < 0;

    protected sealed override bool Meets(in RuleSubject subject) =>
        Number < 0 || subject.Found.IsEmpty ? MeetsText(subject) : subject.Found.Has(Number) || MeetsShortText(subject);

    /// <summary>The same without the index.</summary>
    protected abstract bool MeetsText(in RuleSubject subject);

    /// <summary>True for words that are too short for the index.</summary>
    protected virtual bool MeetsShortText(in RuleSubject subject) => false;
}

/// <summary>Words of the text.</summary>
internal sealed record TextCondition(TextPattern[] Patterns) : IndexedCondition
{
    /// <summary>True when every pattern can be looked for by a literal.</summary>
    public bool CanBeIndexed => Patterns.All(pattern => pattern.Anchors.Length > 0);

    /// <summary>The patterns that no literal leads to.</summary>
    public TextPattern[] Short => field ??= [.. Patterns.Where(pattern => pattern.Anchors.Length == 0)];

    /// <inheritdoc/>
    public override bool Searches => base.Searches || Short.Length > 0;

    /// <summary>The words that the condition matches in the text.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out int start, out int length)
    {
        foreach (var pattern in Patterns)
            if (pattern.TryFind(text, out start, out length)) return true;
        (start, length) = (0, 0);
        return false;
    }

    protected override bool MeetsText(in RuleSubject subject) => TryFind(subject.Text, out _, out _);

    protected override bool MeetsShortText(in RuleSubject subject)
    {
        foreach (var pattern in Short)
            if (pattern.Fits(subject.Text)) return true;
        return false;
    }
}

/// <summary>A name or a link that the text holds, or the end of one from a dot or hyphen on, such as <c>spamhaus.org</c>: it tells situations apart, and decides nothing by itself.</summary>
internal sealed record NameCondition(string[] Names) : IndexedCondition
{
    protected override bool MeetsText(in RuleSubject subject)
    {
        foreach (var name in Names)
            if (WordStarts.Holds(subject.Whole, name)) return true;
        return false;
    }
}

/// <summary>Who runs the refusing side, as Providers.tsv names it.</summary>
internal sealed record ProviderCondition(string[] Names) : Condition
{
    protected override bool Meets(in RuleSubject subject) => subject.Provider is { } provider && Names.Contains(provider);
}

/// <summary>The refusing host: a name, or a pattern such as <c>*.google.com</c>.</summary>
internal sealed record HostCondition(string[] Patterns) : Condition
{
    protected override bool Meets(in RuleSubject subject)
    {
        if (subject.Host is not { } host) return false;
        foreach (var pattern in Patterns)
            if (FileSystemName.MatchesSimpleExpression(pattern, host.AsSpan().TrimEnd('.'), ignoreCase: true)) return true;
        return false;
    }
}

/// <summary>SMTP reply codes: <c>550</c>, <c>45x</c>, <c>5xx</c>.</summary>
internal sealed record ReplyCondition((int Low, int High)[] Codes) : Condition
{
    protected override bool Meets(in RuleSubject subject)
    {
        foreach (var (low, high) in Codes)
            if (subject.Reply >= low && subject.Reply <= high) return true;
        return false;
    }
}

/// <summary>Enhanced status codes: <c>5.1.1</c>, <c>x.7.27</c>, <c>5.7.606-5.7.649</c>.</summary>
internal sealed record StatusCondition(StatusRange[] Ranges) : Condition
{
    protected override bool Meets(in RuleSubject subject)
    {
        if (subject.Status is not { } status) return false;
        foreach (var range in Ranges)
            if (range.Contains(status)) return true;
        return false;
    }
}

/// <param name="Class">4 or 5; 0 for both.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Low">The first detail.</param>
/// <param name="High">The last detail.</param>
internal readonly record struct StatusRange(int Class, int Subject, int Low, int High)
{
    public bool Contains(EnhancedStatusCode code) =>
        code.Subject == Subject && code.Detail >= Low && code.Detail <= High && (Class == 0 ? code.Class is 4 or 5 : code.Class == Class);
}

/// <summary>The step of the delivery.</summary>
internal sealed record StageCondition(SmtpStage[] Stages) : Condition
{
    protected override bool Meets(in RuleSubject subject) => Stages.Contains(subject.Stage);
}

/// <summary>The program that wrote the text.</summary>
internal sealed record DialectCondition(string[] Names) : Condition
{
    protected override bool Meets(in RuleSubject subject) => subject.Dialect is { } dialect && Names.Contains(dialect);
}

/// <summary>What the report says was done.</summary>
internal sealed record ActionCondition(DsnAction[] Actions) : Condition
{
    protected override bool Meets(in RuleSubject subject) => Actions.Contains(subject.Action);
}

/// <summary>Whether the queue gave up for lack of time.</summary>
internal sealed record ExpiredCondition : Condition
{
    protected override bool Meets(in RuleSubject subject) => subject.Expired;
}
