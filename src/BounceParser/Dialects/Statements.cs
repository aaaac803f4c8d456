using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>What a folded text says of a delivery, whichever language it says it in, found in one pass.</summary>
internal sealed class Statements
{
    private static readonly PhraseSet[] Sets =
        [DeliveryWords.Failures, DeliveryWords.Delays, DeliveryWords.Finals, DeliveryWords.Expiries, DeliveryWords.Successes, DeliveryWords.Mails, DeliveryWords.OwnMessages];

    private static readonly PhraseIndex Index = new([.. Sets.SelectMany(set => set.Phrases)]);
    private static readonly int[] SetOf = [.. Sets.SelectMany((set, number) => set.Phrases.Select(_ => number))];

    private int _said;

    public Statements(ReadOnlySpan<char> folded)
    {
        var taker = new Taker(folded);
        Index.Find(folded, ref taker);
        _said = taker.Said;
        Failures = Ordered(taker.Failures);
        Delays = Ordered(taker.Delays);
    }

    /// <summary>Where words of failure stand, in order.</summary>
    public List<int> Failures { get; }

    /// <summary>Where words of delay stand, in order.</summary>
    public List<int> Delays { get; }

    /// <summary>True when the text holds one of the phrases; of a set that is not looked for here, never.</summary>
    public bool Hold(PhraseSet phrases) => (_said >> Array.IndexOf(Sets, phrases) & 1) != 0;

    // Several phrases may begin at one place, and those that end first are not always found first.
    private static List<int> Ordered(List<int>? places)
    {
        if (places is not { Count: > 1 }) return places ?? [];
        places.Sort();
        return [.. places.Distinct()];
    }

    private ref struct Taker(ReadOnlySpan<char> folded) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<char> _folded = folded;

        /// <summary>A bit for each set of which a phrase was found.</summary>
        public int Said { get; private set; }

        public List<int>? Failures { get; private set; }

        public List<int>? Delays { get; private set; }

        public void Visit(int phrase, int start, int length)
        {
            if (!PhraseSet.BeginsWord(_folded, start)) return;
            var set = SetOf[phrase];
            Said |= 1 << set;
            if (Sets[set] == DeliveryWords.Failures) (Failures ??= []).Add(start);
            else if (Sets[set] == DeliveryWords.Delays) (Delays ??= []).Add(start);
        }
    }
}
