using System.Text.Json;
using BounceParser.Catalogue;

namespace BounceParser.Events;

/// <summary>Walks through JSON and gives each member that has a name with a meaning to the event that it belongs to. Linear in the text.</summary>
/// <param name="names">The names.</param>
/// <param name="mostEvents">How many events are diagnosed, and how many recipients: one more is read, to show that there are more.</param>
internal sealed class EventWalk(EventCatalogue names, int mostEvents) : IDisposable
{
    // SNS puts the event into a string, and a queue puts that into another.
    private const int DeepestText = 3;

    /// <summary>What of an object counts.</summary>
    private enum Reach
    {
        All,

        /// <summary>The answer alone: an earlier attempt.</summary>
        Words,

        /// <summary>What a line names as its own alone: the mail itself.</summary>
        Named,
    }

    private readonly Queue<(JsonElement Element, EventScope Scope, string Owner, Reach Reach, int TextDepth)> _open = [];
    private readonly List<JsonDocument> _documents = [];
    private int _events, _recipients;

    /// <summary>True when there were more events than are read.</summary>
    public bool IsTruncated { get; private set; }

    public void Dispose() => _documents.ForEach(document => document.Dispose());

    /// <summary>What the values of a text say; the events are the innermost scopes.</summary>
    public EventScope Read(string text)
    {
        var whole = new EventScope(null);
        Open(text, whole, "", 0);
        while (_open.TryDequeue(out var next))
            foreach (var member in next.Element.EnumerateObject()) Take(next.Scope, next.Owner, member, next.Reach, next.TextDepth);
        return whole;
    }

    private void Open(string text, EventScope scope, string owner, int depth)
    {
        var values = JsonBody.Read(text, mostEvents);
        _documents.AddRange(values);
        foreach (var value in values)
            if (value.RootElement.ValueKind == JsonValueKind.Array) Elements(value.RootElement, scope, owner, [], depth, areEvents: true);
            else if (value.RootElement.ValueKind == JsonValueKind.Object) Event(value.RootElement, depth == 0 ? Child(scope, false) : scope, owner, depth);
    }

    private void Take(EventScope scope, string owner, JsonProperty member, Reach reach, int depth)
    {
        var name = names.NameOf(member.Name);
        if (name.Length == 0) return;
        if (reach == Reach.All) scope.Marks |= names.MarkOf(name);
        var slots = reach == Reach.Named ? names.OwnSlotsOf(owner, name) : names.SlotsOf(owner, name);
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.String or JsonValueKind.Number:
                Value(scope, name, slots, member.Value, reach, depth);
                break;
            case JsonValueKind.Object when Has(slots, EventSlot.Within):
                _open.Enqueue((member.Value, scope, name, Reach.Named, depth));
                break;
            case JsonValueKind.Object when HoldEvents(slots):
                Event(member.Value, scope, name, depth);
                break;
            case JsonValueKind.Array when Has(slots, EventSlot.Attempts) && member.Value.GetArrayLength() is > 0 and var count && member.Value[count - 1].ValueKind == JsonValueKind.Object:
                _open.Enqueue((member.Value[count - 1], scope, name, Reach.Words, depth));
                break;
            case JsonValueKind.Array:
                Elements(member.Value, scope, name, slots, depth, HoldEvents(slots));
                break;
            default:
                break;
        }
    }

    private void Value(EventScope scope, string name, ReadOnlySpan<(EventSlot Slot, int Rank)> slots, JsonElement value, Reach reach, int depth)
    {
        var isText = value.ValueKind == JsonValueKind.String;
        var text = isText ? value.GetString()! : value.GetRawText();
        if (isText && depth < DeepestText && _documents.Count < mostEvents && Has(slots, EventSlot.Inside) && JsonBody.Starts(text))
        {
            Open(text, scope, name, depth + 1);
            return;
        }

        foreach (var (slot, rank) in slots)
            if (reach != Reach.Words || slot == EventSlot.Words) scope.Take(slot, rank, text);
        var isEvent = Has(slots, EventSlot.Event);
        if (reach != Reach.All || !(isEvent || names.HasRows(name)) || EventName.Fold(text) is not { Length: > 0 } folded) return;
        Fit(scope, names.RowsOf(name, folded));
        if (isEvent && name != EventCatalogue.Event) Fit(scope, names.RowsOf(EventCatalogue.Event, folded));
    }

    private static void Fit(EventScope scope, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
            if (!scope.Rows.Contains(row)) scope.Rows.Add(row);
    }

    // Objects are events of their own; texts are recipients where the name says so.
    private void Elements(JsonElement array, EventScope scope, string name, ReadOnlySpan<(EventSlot Slot, int Rank)> slots, int depth, bool areEvents)
    {
        var isOneOfSeveral = array.GetArrayLength() > 1 && Has(slots, EventSlot.Recipient);
        var place = 0;
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.Object && areEvents) Event(element, Child(scope, isOneOfSeveral), name, depth);
            if (element.ValueKind != JsonValueKind.String) continue;
            foreach (var (slot, rank) in slots)
                if (slot is EventSlot.Recipient or EventSlot.Addressed && IsRoom(ref _recipients)) scope.Take(slot, rank, element.GetString()!, place);
            place++;
        }
    }

    private void Event(JsonElement element, EventScope? scope, string owner, int depth)
    {
        if (scope is not null) _open.Enqueue((element, scope, owner, Reach.All, depth));
    }

    private EventScope? Child(EventScope scope, bool isOneOfSeveral) => IsRoom(ref _events) ? scope.Child(isOneOfSeveral) : null;

    private bool IsRoom(ref int taken)
    {
        IsTruncated |= taken > mostEvents;
        return taken++ <= mostEvents;
    }

    // What a recipient tells of itself is an event too.
    private static bool HoldEvents(ReadOnlySpan<(EventSlot Slot, int Rank)> slots) => Has(slots, EventSlot.Inside) || Has(slots, EventSlot.Recipient);

    private static bool Has(ReadOnlySpan<(EventSlot Slot, int Rank)> slots, EventSlot wanted)
    {
        foreach (var (slot, _) in slots)
            if (slot == wanted) return true;
        return false;
    }
}
