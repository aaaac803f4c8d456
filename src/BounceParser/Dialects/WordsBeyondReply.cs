using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Words that tell more than that a server refuses, found in one pass: the marks of programs, and outcomes.</summary>
internal sealed class WordsBeyondReply
{
    // Whether these are said of this mail must be weighed.
    private static readonly string[] Outcomes = ["late", "expired", "arrived"];

    // "450 ... has failed" tells another outcome than its code.
    private static readonly string[] Endings = ["failed", "final"];

    // The marks first, then the outcomes, then the endings.
    private readonly PhraseIndex _phrases;
    private readonly int _marks;
    private readonly int _outcomes;

    /// <param name="marks">The marks of programs.</param>
    public WordsBeyondReply(IEnumerable<string> marks)
    {
        string[] anywhere = [.. marks, .. Of(["host"])], outcomes = [.. Of(Outcomes)];
        _phrases = new PhraseIndex([.. anywhere, .. outcomes, .. Of(Endings)]);
        (_marks, _outcomes) = (anywhere.Length, outcomes.Length);
    }

    private WordsBeyondReply(ref ImageReader image) => (_phrases, _marks, _outcomes) = (PhraseIndex.Read(ref image), image.Number(), image.Number());

    public static WordsBeyondReply Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        _phrases.Write(image);
        image.Number(_marks);
        image.Number(_outcomes);
    }

    /// <summary>True when the folded line holds any.</summary>
    /// <param name="folded">The line.</param>
    /// <param name="isFinal">True for a code that says itself that the mail has failed.</param>
    public bool AreIn(ReadOnlySpan<char> folded, bool isFinal)
    {
        var any = new Any(folded, _marks, isFinal ? _marks + _outcomes : _phrases.Phrases.Count);
        _phrases.Find(folded, ref any);
        return any.Found;
    }

    private static IEnumerable<string> Of(string[] ideas) => ideas.SelectMany(idea => WordCatalogue.Of(idea).Phrases);

    // Only marks may stand within a word.
    private ref struct Any(ReadOnlySpan<char> folded, int marks, int end) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<char> _folded = folded;

        public bool Found { get; private set; }

        public void Visit(int phrase, int start, int length) => Found |= phrase < marks || (phrase < end && PhraseSet.BeginsWord(_folded, start));
    }
}
