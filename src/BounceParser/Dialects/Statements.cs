using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>What a folded text says of a delivery, whichever language it says it in, found in one pass.</summary>
internal sealed class Statements
{
    private static readonly PhraseSet[] Sets =
        [DeliveryWords.Failures, DeliveryWords.Delays, DeliveryWords.Finals, DeliveryWords.Expiries, DeliveryWords.Successes, DeliveryWords.Mails, DeliveryWords.OwnMessages];

    private static readonly PhraseTable Table = new([.. Sets.SelectMany(set => set.Phrases)], atWords: true);
    private static readonly int[] SetOf = [.. Sets.SelectMany((set, number) => set.Phrases.Select(_ => number))];

    private int _said;

    public Statements(ReadOnlySpan<char> folded)
    {
        foreach (var (position, number) in Table.Find(folded))
        {
            var set = SetOf[number];
            _said |= 1 << set;
            if (Sets[set] == DeliveryWords.Failures) Add(Failures, position);
            else if (Sets[set] == DeliveryWords.Delays) Add(Delays, position);
        }
    }

    /// <summary>Where words of failure stand, in order.</summary>
    public List<int> Failures { get; } = [];

    /// <summary>Where words of delay stand, in order.</summary>
    public List<int> Delays { get; } = [];

    /// <summary>True when the text holds one of the phrases; of a set that is not looked for here, never.</summary>
    public bool Hold(PhraseSet phrases) => (_said >> Array.IndexOf(Sets, phrases) & 1) != 0;

    // Several phrases may begin at one place.
    private static void Add(List<int> positions, int position)
    {
        if (positions.Count == 0 || positions[^1] != position) positions.Add(position);
    }
}
