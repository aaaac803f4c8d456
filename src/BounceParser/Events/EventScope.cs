using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Events;

/// <summary>What the members of one event say, by idea; an element of an array inherits what the objects around it say.</summary>
internal sealed class EventScope(EventScope? parent)
{
    private const int Slots = (int)EventSlot.Attempts + 1;
    private const int LongestAddress = 1_024;
    private const int LongestWords = 8_192;

    private readonly string?[] _values = new string?[Slots];
    private readonly int[] _ranks = new int[Slots];
    private readonly List<string> _recipients = [];
    private readonly List<string> _addressed = [];

    /// <summary>The elements of its arrays; where there are any, they are the events.</summary>
    public List<EventScope> Children { get; } = [];

    /// <summary>The lines of the table that its members fit.</summary>
    public SortedSet<int> Rows { get; } = [];

    /// <summary>The members that services are known by.</summary>
    public ulong Marks { get; set; }

    /// <summary>The events in it: itself, or the innermost elements of its arrays, in their order.</summary>
    public IEnumerable<EventScope> Events
    {
        get
        {
            var open = new Stack<EventScope>([this]);
            while (open.TryPop(out var scope))
            {
                if (scope.Children.Count == 0) yield return scope;
                for (var child = scope.Children.Count - 1; child >= 0; child--) open.Push(scope.Children[child]);
            }
        }
    }

    /// <summary>True for one of several recipients of an array.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>True when the answer is its own, not that of an object around it.</summary>
    public bool IsAnswered => _values[(int)EventSlot.Words] is not null || _values[(int)EventSlot.Remark] is not null;

    /// <summary>True when something was cut.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>It and those around it, from the inside.</summary>
    public IEnumerable<EventScope> Chain
    {
        get
        {
            for (var scope = this; scope is not null; scope = scope.Parent) yield return scope;
        }
    }

    private EventScope? Parent => parent;

    /// <summary>The value of the best name that the nearest object has; empty when none has any.</summary>
    public string this[EventSlot slot] => Chain.Select(scope => scope._values[(int)slot]).FirstOrDefault(value => value is not null) ?? "";

    /// <summary>Whom it is about, and whether the event names him; none when it names nobody.</summary>
    public (IReadOnlyList<string> Addresses, bool Named) Recipients =>
        Chain.FirstOrDefault(scope => scope._recipients.Count > 0) is { } named ? (named._recipients, true)
        : Chain.FirstOrDefault(scope => scope._addressed.Count > 0) is { } addressed ? (addressed._addressed, false) : ([], false);

    /// <summary>Takes a value where no name as good has given one; of an array of addresses all.</summary>
    public void Take(EventSlot slot, int rank, string value, bool isFirst = true)
    {
        if (slot == EventSlot.Recipient) Take(_recipients, slot, rank, value, isFirst);
        else if (slot == EventSlot.Addressed) Take(_addressed, slot, rank, value, isFirst);
        else if (value.AsSpan().Trim() is { IsEmpty: false } words && IsBetter(slot, rank))
        {
            IsTruncated |= words.Length > LongestWords;
            (_values[(int)slot], _ranks[(int)slot]) = (words[..Math.Min(words.Length, LongestWords)].ToString(), rank);
        }
    }

    private void Take(List<string> addresses, EventSlot slot, int rank, string value, bool isFirst)
    {
        var isBetter = IsBetter(slot, rank);
        if (!isBetter && (isFirst || rank != _ranks[(int)slot])) return;
        if (AddressLine.First(value.AsSpan(0, Math.Min(value.Length, LongestAddress))) is not { } address) return;
        if (isBetter) addresses.Clear();
        (_values[(int)slot], _ranks[(int)slot]) = (address, rank);
        addresses.Add(address);
    }

    private bool IsBetter(EventSlot slot, int rank) => _values[(int)slot] is null || rank < _ranks[(int)slot];
}
