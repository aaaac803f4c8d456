namespace BounceParser.Evidence;

/// <summary>Recipients by every address that names them: both sides may name ten thousand.</summary>
internal sealed class NamedRecipients
{
    private readonly IReadOnlyList<RecipientEvidence> _recipients;
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    public NamedRecipients(IReadOnlyList<RecipientEvidence> recipients)
    {
        _recipients = recipients;
        for (var place = 0; place < recipients.Count; place++)
        {
            Add(recipients[place].FinalRecipient, place);
            Add(recipients[place].OriginalRecipient, place);
            Add(recipients[place].Alias, place);
        }
    }

    /// <summary>The first that bears an address of this recipient, final or original; null when none does.</summary>
    public RecipientEvidence? Of(RecipientEvidence recipient)
    {
        var place = Math.Min(PlaceOf(recipient.FinalRecipient), PlaceOf(recipient.OriginalRecipient));
        return place < _recipients.Count ? _recipients[place] : null;
    }

    private int PlaceOf(string? address) => address is not null && _places.TryGetValue(ReadableAddress.Of(address), out var place) ? place : int.MaxValue;

    private void Add(string? address, int place)
    {
        if (address is not null) _places.TryAdd(ReadableAddress.Of(address), place);
    }
}
