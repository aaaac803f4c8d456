namespace BounceParser.Dialects;

/// <summary>What words of a report are about: the ideas of <c>Catalogue/Words</c> that are looked for in its sentences.</summary>
internal enum Idea
{
    Failed,
    Late,
    Final,
    Expired,
    Arrived,

    /// <summary>A mail: a parcel that could not be delivered is none.</summary>
    Mail,

    /// <summary>The mail that the report is about, in a report that names nobody.</summary>
    Own,

    /// <summary>An address behind it is somebody to write to, or who wrote, not somebody who did not get a mail.</summary>
    Contact,

    /// <summary>The mail of which is told was meant for the reader: no report to its sender.</summary>
    ForReader,

    /// <summary>What thieves of passwords want the reader to do, and where a gateway keeps his mail.</summary>
    Bait,

    /// <summary>What carriers, shops and banks deliver, reject and return: the sentence is of that, not of a mail.</summary>
    Goods,

    /// <summary>A person who tells of a bounce: no program speaks of its own mail so.</summary>
    Person,

    /// <summary>What stands before is a case.</summary>
    IfAfter,
    Why,
    Refused,

    /// <summary>The server that reports stands behind it.</summary>
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
}
