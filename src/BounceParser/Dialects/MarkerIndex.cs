using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Counts in one pass which dialects' markers a text holds.</summary>
internal sealed class MarkerIndex
{
    private readonly IReadOnlyList<Dialect> _dialects;
    private readonly PhraseIndex _phrases;
    private readonly int[] _dialectOf;
    private readonly (string Name, (string Value, int Dialect)[] Markers)[] _fields;

    public MarkerIndex(IReadOnlyList<Dialect> dialects)
    {
        _dialects = dialects;
        var markers = dialects.SelectMany((dialect, number) => dialect.Markers.Select(marker => (Marker: marker, Field: FieldOf(marker), Dialect: number))).ToList();
        _fields = [.. markers.Where(marker => marker.Field is not null).GroupBy(marker => marker.Field!)
            .Select(field => (field.Key, field.Select(marker => (marker.Marker[(field.Key.Length + 1)..].Trim(), marker.Dialect)).ToArray()))];
        var phrases = markers.Where(marker => marker.Field is null).ToList();
        _phrases = new PhraseIndex([.. phrases.Select(phrase => phrase.Marker)]);
        _dialectOf = [.. phrases.Select(phrase => phrase.Dialect)];
    }

    private MarkerIndex(IReadOnlyList<Dialect> dialects, ref ImageReader image)
    {
        _dialects = dialects;
        _fields = image.All(static (ref field) => (field.Text(), field.All(static (ref marker) => (marker.Text(), marker.Number()))));
        (_phrases, _dialectOf) = (PhraseIndex.Read(ref image), image.Array<int>());
    }

    public static MarkerIndex Read(IReadOnlyList<Dialect> dialects, ref ImageReader image) => new(dialects, ref image);

    public void Write(ImageWriter image)
    {
        image.All(_fields, field =>
        {
            image.Text(field.Name);
            image.All(field.Markers, marker =>
            {
                image.Text(marker.Value);
                image.Number(marker.Dialect);
            });
        });
        _phrases.Write(image);
        image.Array<int>(_dialectOf);
    }

    /// <summary>The dialects that claim the text, the strongest claim first.</summary>
    /// <param name="text">The whole text, for its headers.</param>
    /// <param name="folded">The part of the text to look for phrases in, folded.</param>
    public IReadOnlyList<(Dialect Dialect, int Markers)> Claims(BounceText text, ReadOnlySpan<char> folded)
    {
        Span<Claim> claims = stackalloc Claim[_dialects.Count];
        claims.Clear();
        CountFields(text, claims);
        CountPhrases(folded, claims);
        return ChildrenFirst(Ranked(claims));
    }

    /// <summary>True when the folded text holds a marker of any dialect.</summary>
    public bool HoldsAny(ReadOnlySpan<char> folded)
    {
        var any = default(Any);
        _phrases.Find(folded, ref any);
        return any.Found;
    }

    private void CountFields(BounceText text, Span<Claim> claims)
    {
        if (text.Header is null) return;
        foreach (var (name, markers) in _fields)
        {
            if (text.HeaderOf(name) is not { } header) continue;
            var found = header.AsSpan().TrimStart();
            foreach (var (value, dialect) in markers)
                if (Begins(found, value)) claims[dialect] = new Claim(claims[dialect].Markers + 1, -1);
        }
    }

    // A value that is empty asks for the header alone. Most differ in their first letter already.
    private static bool Begins(ReadOnlySpan<char> found, string value) => value.Length == 0
        || (!found.IsEmpty && (found[0] | 0x20) == (value[0] | 0x20) && found.StartsWith(value, StringComparison.OrdinalIgnoreCase));

    private void CountPhrases(ReadOnlySpan<char> folded, Span<Claim> claims)
    {
        Span<bool> seen = stackalloc bool[_dialectOf.Length];
        seen.Clear();
        var counter = new Counter(_dialectOf, seen, claims);
        _phrases.Find(folded, ref counter);
    }

    // The most markers first, then the earliest, then the order of the list. A text is claimed by very few.
    private List<(Dialect Dialect, int Markers)> Ranked(ReadOnlySpan<Claim> claims)
    {
        var ranked = new List<(Dialect Dialect, int Markers)>();
        Span<int> firsts = stackalloc int[claims.Length];
        for (var dialect = 0; dialect < claims.Length; dialect++)
        {
            var (markers, first) = claims[dialect];
            if (markers == 0) continue;
            var place = ranked.Count;
            while (place > 0 && (ranked[place - 1].Markers < markers || (ranked[place - 1].Markers == markers && firsts[place - 1] > first))) place--;
            firsts[place..ranked.Count].CopyTo(firsts[(place + 1)..]);
            firsts[place] = first;
            ranked.Insert(place, (_dialects[dialect], markers));
        }

        return ranked;
    }

    // A refinement has few markers of its own and shares its base's text: any one of them is enough.
    private static List<(Dialect Dialect, int Markers)> ChildrenFirst(List<(Dialect Dialect, int Markers)> ranked)
    {
        for (var i = 0; i < ranked.Count; i++)
        {
            var child = ranked[i];
            var parent = child.Dialect.Base is null ? -1 : ranked.FindIndex(claim => claim.Dialect.Name == child.Dialect.Base);
            if (parent < 0 || parent > i) continue;
            ranked.RemoveAt(i);
            ranked.Insert(parent, child);
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

    /// <summary>As <see cref="FoldedText.Closed(ReadOnlySpan{char})"/>.</summary>
    public static string Fold(ReadOnlySpan<char> text) => FoldedText.Closed(text);

    private readonly record struct Claim(int Markers, int First);

    private readonly ref struct Counter(int[] dialectOf, Span<bool> seen, Span<Claim> claims) : IPhraseVisitor
    {
        private readonly Span<bool> _seen = seen;
        private readonly Span<Claim> _claims = claims;

        public void Visit(int phrase, int start, int length)
        {
            if (_seen[phrase]) return;
            _seen[phrase] = true;
            ref var claim = ref _claims[dialectOf[phrase]];
            claim = new Claim(claim.Markers + 1, claim.Markers == 0 ? start : Math.Min(claim.First, start));
        }
    }

    private struct Any : IPhraseVisitor
    {
        public bool Found { get; private set; }

        public void Visit(int phrase, int start, int length) => Found = true;
    }
}
