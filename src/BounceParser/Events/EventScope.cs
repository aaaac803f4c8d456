using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Events;

/// <summary>What the members of one event say, by idea; an element of an array inherits what the objects around it say.</summary>
internal sealed class EventScope(EventScope? parent)
{
    private const int Slots = (int)EventSlot.Attempts + 1;
    private const int LongestAddress = 1_024;
    private const int LongestWords = 8_192;

    // Many scopes say nothing of their own.
    private (string? Value, int Rank)[]? _said;
    private List<string>? _recipients, _addressed;
    private List<EventScope>? _children;
    private string? _alone;

    /// <summary>The scope around it; null for the outermost.</summary>
    public EventScope? Parent => parent;

    /// <summary>The lines of the table that its members fit, each once.</summary>
    public List<int> Rows { get; } = [];

    /// <summary>The members that services are known by.</summary>
    public ulong Marks { get; set; }

    /// <summary>True for one of several recipients of an array.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>True when the answer is its own, not that of an object around it.</summary>
    public bool IsAnswered => Own(EventSlot.Words) is not null || Own(EventSlot.Remark) is not null;

    /// <summary>True when two members name different recipients.</summary>
    public bool IsContradicted { get; private set; }

    /// <summary>True when something was cut.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The events in it: itself, or the innermost elements of its arrays, in their order.</summary>
    public IEnumerable<EventScope> Events
    {
        get
        {
            var open = new Stack<EventScope>([this]);
            while (open.TryPop(out var scope))
            {
                if (scope._children is null) yield return scope;
                for (var child = (scope._children?.Count ?? 0) - 1; child >= 0; child--) open.Push(scope._children![child]);
            }
        }
    }

    /// <summary>Whom it is about, and whether the event names him; none when it names nobody.</summary>
    public (IReadOnlyList<string> Addresses, bool Named) Recipients => Nearest(scope => scope._recipients) is { } named ? (named, true) : (Nearest(scope => scope._addressed) ?? [], false);

    /// <summary>The value of the best name that the nearest object has; empty when none has any.</summary>
    public string this[EventSlot slot]
    {
        get
        {
            for (var scope = this; scope is not null; scope = scope.Parent)
                if (scope.Own(slot) is { } value) return value;
            return "";
        }
    }

    /// <summary>A new element of an array of it, which is an event of its own.</summary>
    public EventScope Child(bool isOneOfSeveral)
    {
        var child = new EventScope(this) { IsOneOfSeveral = isOneOfSeveral };
        (_children ??= []).Add(child);
        return child;
    }

    /// <summary>Takes a value where no name as good has given one; of an array of addresses all.</summary>
    /// <param name="slot">What it tells.</param>
    /// <param name="rank">How good its name is.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands in an array, from 0; below 0 for what stands alone.</param>
    public void Take(EventSlot slot, int rank, string value, int place = -1)
    {
        if (slot == EventSlot.Recipient) Take(ref _recipients, slot, rank, value, place);
        else if (slot == EventSlot.Addressed) Take(ref _addressed, slot, rank, value, place);
        else if (IsBetter(slot, rank) && value.AsSpan().Trim() is { IsEmpty: false } words)
        {
            IsTruncated |= words.Length > LongestWords;
            Set(slot, rank, words.Length == value.Length && words.Length <= LongestWords ? value : words[..Math.Min(words.Length, LongestWords)].ToString());
        }
    }

    private void Take(ref List<string>? addresses, EventSlot slot, int rank, string value, int place)
    {
        var isBetter = IsBetter(slot, rank);
        if (!isBetter && place > 0 && rank != _said![(int)slot].Rank) return;
        if (AddressLine.First(value.AsSpan(0, Math.Min(value.Length, LongestAddress))) is not { } address) return;
        if (slot == EventSlot.Recipient && place < 0) IsContradicted |= !(_alone ??= address).Equals(address, StringComparison.OrdinalIgnoreCase);
        if (!isBetter && place <= 0) return;
        if (isBetter) addresses?.Clear();
        Set(slot, rank, address);
        (addresses ??= []).Add(address);
    }

    private void Set(EventSlot slot, int rank, string value) => (_said ??= new (string?, int)[Slots])[(int)slot] = (value, rank);

    private string? Own(EventSlot slot) => _said?[(int)slot].Value;

    private bool IsBetter(EventSlot slot, int rank) => Own(slot) is null || rank < _said![(int)slot].Rank;

    private List<string>? Nearest(Func<EventScope, List<string>?> addresses)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
            if (addresses(scope) is { } found) return found;
        return null;
    }
}
