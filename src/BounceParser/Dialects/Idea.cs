namespace BounceParser.Dialects;

/// <summary>What words of a report are about: the ideas of <see cref="DeliveryWords"/> that are looked for in its sentences.</summary>
internal enum Idea
{
    Failed,
    Late,
    Final,
    Expired,
    Arrived,
    Mail,
    Own,
    Contact,
    ForReader,
    Goods,
    Person,
    CaseBehind,
    Why,
    Refused,
    Host,
}

/// <summary>Several ideas.</summary>
internal readonly record struct IdeaSet(int Bits)
{
    public static IdeaSet Of(params ReadOnlySpan<Idea> ideas)
    {
        var several = default(IdeaSet);
        foreach (var idea in ideas) several = several.With(idea);
        return several;
    }

    public IdeaSet With(Idea idea) => new(Bits | (1 << (int)idea));

    public bool Has(Idea idea) => (Bits >> (int)idea & 1) != 0;

    public bool HasAny(IdeaSet others) => (Bits & others.Bits) != 0;
}
