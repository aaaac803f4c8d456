using System.Text;
using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A header that markers are looked for in, each at the start of its value; the empty one is in every value.</summary>
internal sealed class MarkerField(HeaderName name, (string Value, int Dialect)[] markers)
{
    public static MarkerField Read(ref ImageReader image) => new(image.Text(), image.All(static (ref marker) => (marker.Text(), marker.Number())));

    public void Write(ImageWriter image)
    {
        image.Text(name.Text);
        image.All(markers, marker =>
        {
            image.Text(marker.Value);
            image.Number(marker.Dialect);
        });
    }

    /// <summary>Counts the markers of the mail's first header of that name.</summary>
    public void Count(BounceMessage mail, ref MarkerCounts counts)
    {
        if (!mail.TryRawHeader(name, out var raw)) return;
        var plain = raw.IndexOfAnyExceptInRange((byte)' ', (byte)'~') is >= 0 and var other ? raw[..other] : raw;
        foreach (var (value, dialect) in markers)
            if (Begin(plain, value) && (value.Length <= plain.Length || (raw.Length >= value.Length && Begins(mail.Header(name), value)))) counts.Add(dialect, -1);
    }

    // What is printable ASCII stands for itself; a value that goes on otherwise has to be unfolded and decoded first.
    private static bool Begin(ReadOnlySpan<byte> plain, string value)
    {
        var length = Math.Min(plain.Length, value.Length);
        // The last unit alone tells nearly all apart.
        return length == 0 || ((plain[length - 1] | 0x20) == (value[length - 1] | 0x20) && Ascii.EqualsIgnoreCase(plain[..length], value.AsSpan(0, length)));
    }

    private static bool Begins(string? header, string value) => header.AsSpan().TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase);
}
