using BounceParser.Evidence;

namespace BounceParser.Dialects;

/// <summary>One program's way of writing a bounce: how to recognise it, and how to read it.</summary>
internal abstract class Dialect
{
    /// <summary>The name in reports: <c>qmail</c>, <c>exim</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The name of the dialect that this one refines and therefore beats; null for most.</summary>
    public virtual string? Base => null;

    /// <summary>Phrases that mark the program, in lower case with single spaces; a phrase that starts with a header's name and a colon is looked for at the start of that header.</summary>
    public abstract IReadOnlyList<string> Markers { get; }

    /// <summary>Reads the text; null when it is not of this program after all.</summary>
    public abstract BounceEvidence? Read(BounceText text);
}
