using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>What a folded text speaks of, whichever language it does so in, found in one pass: idea by idea, and where.</summary>
internal sealed class Statements
{
    /// <summary>The names of the ideas in the catalogue, by number.</summary>
    public static readonly string[] Ideas = ["failed", "late", "final", "expired", "arrived", "mail", "own", "contact", "forReader", "goods", "person", "ifAfter"];

    private static readonly PhraseIndex Index = WordCatalogue.Together(Ideas);
    private static readonly byte[] IdeaOf = [.. Ideas.SelectMany((idea, number) => Enumerable.Repeat((byte)number, WordCatalogue.Of(idea).Phrases.Count))];

    private readonly List<(int Start, int End)>?[] _places = new List<(int Start, int End)>?[Ideas.Length];
    private int _ordered;

    public Statements(ReadOnlySpan<char> folded)
    {
        var taker = new Taker(folded, _places);
        Index.Find(folded, ref taker);
    }

    /// <summary>True when the text holds words of the idea.</summary>
    public bool Hold(Idea idea) => _places[(int)idea] is not null;

    /// <summary>True when they stand between two places.</summary>
    public bool Hold(Idea idea, int start, int end) => First(idea, start, end) >= 0;

    /// <summary>Where the first of them stand between two places; -1 when none do.</summary>
    public int First(Idea idea, int start, int end)
    {
        if (Ordered(idea) is not { } places) return -1;
        var at = places.BinarySearch((start, 0));
        for (at = at < 0 ? ~at : at; at < places.Count && places[at].Start < end; at++)
            if (places[at].End <= end) return places[at].Start;
        return -1;
    }

    /// <summary>Where words of the idea stand, in order, none twice.</summary>
    public IEnumerable<int> Places(Idea idea) => Ordered(idea) is { } places ? places.Select(place => place.Start).Distinct() : [];

    // Several phrases may begin at one place, and those that end first are not always found first.
    private List<(int Start, int End)>? Ordered(Idea idea)
    {
        var places = _places[(int)idea];
        if ((_ordered >> (int)idea & 1) == 0) places?.Sort();
        _ordered |= 1 << (int)idea;
        return places;
    }

    private readonly ref struct Taker(ReadOnlySpan<char> folded, List<(int Start, int End)>?[] places) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<char> _folded = folded;

        public void Visit(int phrase, int start, int length)
        {
            var idea = IdeaOf[phrase];
            // Nobody asks where else mails are spoken of.
            if ((Idea)idea == Idea.Mail && places[idea] is not null) return;
            if (PhraseSet.BeginsWord(_folded, start)) (places[idea] ??= []).Add((start, start + length));
        }
    }
}
