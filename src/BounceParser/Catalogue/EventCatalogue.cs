using System.Numerics;

namespace BounceParser.Catalogue;

/// <summary>What a member of an event's JSON tells; the ideas of <c>EventKeys.txt</c>.</summary>
internal enum EventSlot { Recipient, Addressed, Words, Remark, Code, Enhanced, Class, Subject, Detail, Status, Command, Remote, Reporter, Feedback, MessageId, Time, Event, Inside, Within, Attempts }

/// <summary>A line of <c>Events.tsv</c>.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Service">Whose; <see cref="EventCatalogue.Any"/> for everybody's.</param>
/// <param name="Key">The member, folded.</param>
/// <param name="Value">Its value, folded.</param>
/// <param name="Outcome">What happened; empty when the line tells a reason alone.</param>
/// <param name="Reason">The reason, with its situation; empty when the line tells none.</param>
internal sealed record EventRow(int Line, string Service, string Key, string Value, string Outcome, string Reason)
{
    /// <summary>How evidence names the line.</summary>
    public string Name { get; } = $"{Service} {Key}={Value}";
}

/// <summary>The names that sending services give to the members of their events and to what happened: <c>EventKeys.txt</c> and <c>Events.tsv</c>.</summary>
internal sealed class EventCatalogue
{
    public const string Any = "*";

    /// <summary>The member of the table that stands for all that say what happened.</summary>
    public const string Event = "event";

    private static readonly Lazy<EventCatalogue> Shared = new(() => new EventCatalogue());

    // By the object, "" for any, then by the member; by the member, then by its value.
    private readonly Dictionary<string, Dictionary<string, (EventSlot Slot, int Rank)[]>> _slots;
    private readonly Dictionary<string, Dictionary<string, int[]>> _rows;
    // A bit for each.
    private const int MostMarks = 64;

    private readonly Dictionary<string, ulong> _marks = new(StringComparer.Ordinal);
    private readonly List<(string Service, ulong Marks)> _services = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;

    private EventCatalogue()
    {
        var keys = CatalogueFile.Open("EventKeys.txt");
        var slots = new List<(string Owner, string Name, EventSlot Slot, int Rank)>();
        foreach (var (idea, phrase) in keys.Phrases())
        {
            if (idea.StartsWith("service ", StringComparison.Ordinal)) _services.Add((idea[8..], Marks(phrase)));
            else slots.Add((EventName.Fold(OwnerIn(phrase)), EventName.Fold(phrase.AsSpan(phrase.IndexOf('.', StringComparison.Ordinal) + 1)), keys.Member<EventSlot>(0, idea), slots.Count));
        }

        _slots = slots.GroupBy(slot => slot.Owner, StringComparer.Ordinal).ToDictionary(owner => owner.Key, owner => owner.GroupBy(slot => slot.Name, StringComparer.Ordinal)
            .ToDictionary(name => name.Key, name => name.Select(slot => (slot.Slot, slot.Rank)).ToArray(), StringComparer.Ordinal), StringComparer.Ordinal);
        var table = CatalogueFile.Open("Events.tsv");
        Rows = [.. table.Rows().Select(row => row.Cells is [var service, var key, var value, var outcome, var reason]
            ? new EventRow(row.Number, service, EventName.Fold(key), EventName.Fold(value), outcome, reason) : throw new CatalogueException(table.Name, row.Number, "expected service, key, value, outcome and reason"))];
        _rows = Rows.Select((row, number) => (row.Key, row.Value, Number: number)).GroupBy(row => row.Key, StringComparer.Ordinal).ToDictionary(key => key.Key, key => key.GroupBy(row => row.Value, StringComparer.Ordinal)
            .ToDictionary(value => value.Key, value => value.Select(row => row.Number).ToArray(), StringComparer.Ordinal), StringComparer.Ordinal);
        _names = new HashSet<string>([.. _slots.Keys, .. slots.Select(slot => slot.Name), .. _rows.Keys, .. _marks.Keys], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static EventCatalogue BuiltIn => Shared.Value;

    /// <summary>The lines of the table, in order: of those that fit an event, the first wins.</summary>
    public IReadOnlyList<EventRow> Rows { get; }

    /// <summary>The services that are known by members of their own.</summary>
    public IEnumerable<string> Services => _services.Select(service => service.Service).Distinct();

    /// <summary>The name of a member as the ideas, the services and the table know it; empty for one that none of them looks at.</summary>
    public string NameOf(ReadOnlySpan<char> name)
    {
        Span<char> folded = stackalloc char[EventName.Longest];
        return _names.TryGetValue(folded[..EventName.Fold(name, folded)], out var known) ? known : "";
    }

    /// <summary>What a member tells, the better name with the lower rank; none for one that no idea names.</summary>
    /// <param name="owner">The object that it stands in, folded.</param>
    /// <param name="name">Its name, folded.</param>
    public ReadOnlySpan<(EventSlot Slot, int Rank)> SlotsOf(string owner, string name) => OwnSlotsOf(owner, name) is { IsEmpty: false } own ? own : _slots[""].TryGetValue(name, out var slots) ? slots : [];

    /// <summary>The same of what a line names as a member of that object alone.</summary>
    public ReadOnlySpan<(EventSlot Slot, int Rank)> OwnSlotsOf(string owner, string name) => owner.Length > 0 && _slots.TryGetValue(owner, out var own) && own.TryGetValue(name, out var slots) ? slots : [];

    /// <summary>True for a member whose values the table names.</summary>
    public bool HasRows(string key) => _rows.ContainsKey(key);

    /// <summary>The numbers of the lines that a member with that value fits; both folded.</summary>
    public ReadOnlySpan<int> RowsOf(string key, string value) => _rows.TryGetValue(key, out var values) && values.TryGetValue(value, out var rows) ? rows : [];

    /// <summary>The bit of a member that a service is known by; 0 for others.</summary>
    public ulong MarkOf(string name) => _marks.GetValueOrDefault(name);

    /// <summary>The service whose members these are; null when none is known by them. The one with the most wins.</summary>
    public string? ServiceOf(ulong marks)
    {
        (string? service, var most) = (null, 0);
        foreach (var (name, needed) in _services)
            if ((marks & needed) == needed && BitOperations.PopCount(needed) > most) (service, most) = (name, BitOperations.PopCount(needed));
        return service;
    }

    private ulong Marks(string phrase)
    {
        var all = 0UL;
        foreach (var name in phrase.Split('+').Select(part => EventName.Fold(part)))
        {
            if (!_marks.TryGetValue(name, out var mark)) _marks.Add(name, mark = _marks.Count < MostMarks ? 1UL << _marks.Count : throw new InvalidOperationException($"EventKeys.txt: more than {MostMarks} members that services are known by"));
            all |= mark;
        }

        return all;
    }

    private static ReadOnlySpan<char> OwnerIn(string phrase) => phrase.AsSpan(0, Math.Max(0, phrase.IndexOf('.', StringComparison.Ordinal)));
}
