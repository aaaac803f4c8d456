using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A dialect that a text may be in, and how many of its markers stand there.</summary>
internal readonly record struct Claim(Dialect Dialect, int Markers);

/// <summary>Counts in one pass which dialects' markers a text holds.</summary>
internal sealed class MarkerIndex
{
    private readonly IReadOnlyList<Dialect> _dialects;
    private readonly PhraseIndex _phrases;
    private readonly int[] _dialectOf;
    private readonly MarkerField[] _fields;

    public MarkerIndex(IReadOnlyList<Dialect> dialects)
    {
        _dialects = dialects;
        var markers = dialects.SelectMany((dialect, number) => dialect.Markers.Select(marker => (Marker: marker, Field: FieldOf(marker), Dialect: number))).ToList();
        _fields = [.. markers.Where(marker => marker.Field is not null).GroupBy(marker => marker.Field!)
            .Select(field => new MarkerField(field.Key, [.. field.Select(marker => (marker.Marker[(field.Key.Length + 1)..].Trim(), marker.Dialect))]))];
        var phrases = markers.Where(marker => marker.Field is null).ToList();
        _phrases = new PhraseIndex([.. phrases.Select(phrase => phrase.Marker)]);
        _dialectOf = [.. phrases.Select(phrase => phrase.Dialect)];
    }

    private MarkerIndex(IReadOnlyList<Dialect> dialects, ref ImageReader image)
    {
        _dialects = dialects;
        _fields = image.All(MarkerField.Read);
        (_phrases, _dialectOf) = (PhraseIndex.Read(ref image), image.Array<int>());
    }

    /// <summary>The markers that are looked for in the text.</summary>
    public TextList Phrases => _phrases.Phrases;

    public static MarkerIndex Read(IReadOnlyList<Dialect> dialects, ref ImageReader image) => new(dialects, ref image);

    public void Write(ImageWriter image)
    {
        image.All(_fields, field => field.Write(image));
        _phrases.Write(image);
        image.Array<int>(_dialectOf);
    }

    /// <summary>The dialects that claim the text, the strongest claim first.</summary>
    /// <param name="mail">The bounce, for its headers; null for a pasted text.</param>
    /// <param name="folded">The part of the text to look for phrases in, folded.</param>
    public Claim[] Claims(BounceMessage? mail, ReadOnlySpan<char> folded)
    {
        var counts = new MarkerCounts(_dialectOf, stackalloc bool[_dialectOf.Length], stackalloc MarkerCounts.Count[_dialects.Count], stackalloc int[_dialects.Count]);
        if (mail is not null)
            foreach (var field in _fields) field.Count(mail, ref counts);
        _phrases.Find(folded, ref counts);
        return ChildrenFirst(Ranked(ref counts));
    }

    private Claim[] Ranked(ref MarkerCounts counts)
    {
        var ranked = counts.Claiming == 0 ? [] : new Claim[counts.Claiming];
        for (var place = 0; place < ranked.Length; place++)
        {
            var (dialect, markers) = counts.TakeStrongest();
            ranked[place] = new Claim(_dialects[dialect], markers);
        }

        return ranked;
    }

    // A refinement has few markers of its own and shares its base's text: any one of them is enough.
    private static Claim[] ChildrenFirst(Claim[] ranked)
    {
        for (var place = 1; place < ranked.Length; place++)
        {
            var child = ranked[place];
            if (child.Dialect.Base is not { } name) continue;
            var parent = Array.FindIndex(ranked, 0, place, claim => claim.Dialect.Name == name);
            if (parent < 0) continue;
            ranked.AsSpan(parent..place).CopyTo(ranked.AsSpan(parent + 1));
            ranked[parent] = child;
        }

        return ranked;
    }

    /// <summary>The name of the header that a marker is looked for in; null for a phrase of the text.</summary>
    private static string? FieldOf(string marker)
    {
        var colon = marker.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        var isName = !marker.AsSpan(0, colon).ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");
        return isName ? marker[..colon] : null;
    }
}
