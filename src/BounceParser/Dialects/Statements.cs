using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>What a folded text speaks of, whichever language it does so in, found in one pass: idea by idea, and where.</summary>
internal sealed class Statements
{
    /// <summary>The names of the ideas in the catalogue, by number.</summary>
    public static readonly string[] Ideas = ["failed", "late", "final", "expired", "arrived", "mail", "own", "contact", "forReader", "bait", "goods", "person", "ifAfter", "why", "refused", "host"];

    // Nobody asks where else these are spoken of.
    private static readonly IdeaSet OnlyHeld = IdeaSet.Of(Idea.Mail, Idea.Final, Idea.Expired, Idea.Arrived, Idea.Host);

    // Most texts speak of no more.
    private const int Usual = 32;

    private static readonly PhraseIndex Index = WordCatalogue.Together(Ideas);
    private static readonly byte[] IdeaOf = [.. Ideas.SelectMany((idea, number) => Enumerable.Repeat((byte)number, WordCatalogue.Of(idea).Phrases.Count))];

    private readonly IdeaSet _held;
    private readonly Hit[] _hits;

    /// <param name="words">The text, a line feed where a paragraph ends.</param>
    /// <param name="folded">The same folded.</param>
    public Statements(ReadOnlySpan<char> words, ReadOnlySpan<char> folded)
    {
        var taker = new Taker(words, folded, stackalloc Hit[Usual]);
        Index.Find(folded, ref taker);
        (_held, _hits) = (taker.Held, taker.Hits.ToArray());
        // Those of short phrases are found last.
        Array.Sort(_hits);
    }

    /// <summary>True when the text holds words of the idea.</summary>
    public bool Hold(Idea idea) => _held.Has(idea);

    /// <summary>True when they stand between two places.</summary>
    public bool Hold(Idea idea, int start, int end) => First(idea, start, end) >= 0;

    /// <summary>Where the first of them stand between two places; -1 when none do.</summary>
    public int First(Idea idea, int start, int end)
    {
        if (!Hold(idea)) return -1;
        for (var at = FirstFrom(start); at < _hits.Length && _hits[at].Start < end; at++)
            if (_hits[at].Idea == idea && _hits[at].End <= end) return _hits[at].Start;
        return -1;
    }

    /// <summary>Where words of the idea stand, the first place from a position on; -1 when none do.</summary>
    public int Next(Idea idea, int start) => First(idea, start, int.MaxValue);

    private int FirstFrom(int start)
    {
        var (low, high) = (0, _hits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_hits[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // In the order of the text.
    private readonly record struct Hit(int Start, int End, Idea Idea) : IComparable<Hit>
    {
        public int CompareTo(Hit other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);
    }

    // What leads to a host does so within a word and across paragraphs too.
    private static bool IsWhole(Idea idea, ReadOnlySpan<char> folded, int start) => idea == Idea.Host || PhraseSet.BeginsWord(folded, start);

    private ref struct Taker(ReadOnlySpan<char> words, ReadOnlySpan<char> folded, Span<Hit> room) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<char> _words = words;
        private readonly ReadOnlySpan<char> _folded = folded;
        private Span<Hit> _hits = room;
        private int _count;

        public IdeaSet Held { get; private set; }

        public readonly ReadOnlySpan<Hit> Hits => _hits[.._count];

        public void Visit(int phrase, int start, int length)
        {
            var idea = (Idea)IdeaOf[phrase];
            var onlyHeld = OnlyHeld.Has(idea);
            if ((onlyHeld && Held.Has(idea)) || !IsWhole(idea, _folded, start) || (idea != Idea.Host && _words.Slice(start, length).Contains('\n'))) return;
            Held = Held.With(idea);
            if (onlyHeld) return;
            if (_count == _hits.Length) Grow();
            _hits[_count++] = new Hit(start, start + length, idea);
        }

        private void Grow()
        {
            var more = new Hit[2 * _count];
            _hits.CopyTo(more);
            _hits = more;
        }
    }
}
