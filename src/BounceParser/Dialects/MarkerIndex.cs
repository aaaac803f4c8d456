using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Counts in one pass which dialects' markers a text holds.</summary>
internal sealed class MarkerIndex
{
    // All markers that start alike, so that one hit of the search finds every marker at its place.
    private const int KeyLength = 3;

    private readonly IReadOnlyList<Dialect> _dialects;
    private readonly SearchValues<string> _phrases;
    private readonly Dictionary<string, List<Marker>> _byStart = new(StringComparer.Ordinal);
    private readonly List<(string Field, string Value, int Dialect)> _fields = [];

    public MarkerIndex(IReadOnlyList<Dialect> dialects)
    {
        _dialects = dialects;
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        for (var dialect = 0; dialect < dialects.Count; dialect++)
        {
            foreach (var marker in dialects[dialect].Markers)
            {
                if (FieldOf(marker) is { } field) _fields.Add((field, marker[(field.Length + 1)..].Trim(), dialect));
                else if (marker.Length >= KeyLength)
                {
                    phrases.Add(marker);
                    var key = marker[..KeyLength];
                    if (!_byStart.TryGetValue(key, out var alike)) _byStart[key] = alike = [];
                    alike.Add(new Marker(marker, dialect, number++));
                }
            }
        }

        Count = number;
        _phrases = SearchValues.Create([.. phrases], StringComparison.Ordinal);
    }

    private int Count { get; }

    /// <summary>The dialects that claim the text, the strongest claim first.</summary>
    /// <param name="text">The whole text, for its headers.</param>
    /// <param name="report">The part of the text to look for phrases in.</param>
    public IReadOnlyList<(Dialect Dialect, int Markers)> Claims(BounceText text, ReadOnlySpan<char> report)
    {
        var claims = new Claim[_dialects.Count];
        CountFields(text, claims);
        CountPhrases(Fold(report), claims);
        var ranked = Enumerable.Range(0, claims.Length).Where(dialect => claims[dialect].Markers > 0)
            .OrderByDescending(dialect => claims[dialect].Markers).ThenBy(dialect => claims[dialect].First).Select(dialect => (_dialects[dialect], claims[dialect].Markers)).ToList();
        return ChildrenFirst(ranked);
    }

    private void CountFields(BounceText text, Claim[] claims)
    {
        if (text.Header is null) return;
        foreach (var (field, value, dialect) in _fields)
        {
            if (text.HeaderOf(field) is { } found && found.AsSpan().TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase))
                claims[dialect] = new Claim(claims[dialect].Markers + 1, -1);
        }
    }

    private void CountPhrases(string folded, Claim[] claims)
    {
        var seen = new bool[Count];
        var keys = _byStart.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < folded.Length; at++)
        {
            var hit = folded.AsSpan(at).IndexOfAny(_phrases);
            if (hit < 0) return;
            at += hit;
            foreach (var marker in keys[folded.AsSpan(at, KeyLength)])
            {
                if (seen[marker.Number] || !folded.AsSpan(at).StartsWith(marker.Phrase, StringComparison.Ordinal)) continue;
                seen[marker.Number] = true;
                var claim = claims[marker.Dialect];
                claims[marker.Dialect] = new Claim(claim.Markers + 1, claim.Markers == 0 ? at : Math.Min(claim.First, at));
            }
        }
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

    /// <summary>As <see cref="FoldedText.Closed"/>.</summary>
    public static string Fold(ReadOnlySpan<char> text) => FoldedText.Closed(text);

    private readonly record struct Marker(string Phrase, int Dialect, int Number);

    private readonly record struct Claim(int Markers, int First);
}
