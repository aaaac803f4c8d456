namespace BounceParser.Text;

/// <summary>Bytes gathered up to a limit, plus one that shows that there were more; the rest is counted and dropped.</summary>
internal sealed class BoundedBuffer(int maxBytes)
{
    private readonly int limit = (int)Math.Min((long)Math.Max(0, maxBytes) + 1, Array.MaxLength);
    private byte[] bytes = [];
    private int kept;

    /// <summary>How many bytes came, kept or not.</summary>
    public long Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, kept);

    public void Append(ReadOnlySpan<byte> more)
    {
        Length += more.Length;
        var taken = Math.Min(more.Length, limit - kept);
        if (taken == 0) return;
        if (bytes.Length - kept < taken) Array.Resize(ref bytes, (int)Math.Min(limit, Math.Max(2L * bytes.Length, Math.Max(4096, kept + (long)taken))));
        more[..taken].CopyTo(bytes.AsSpan(kept));
        kept += taken;
    }

    /// <summary>Takes back what came after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(long length)
    {
        Length = length;
        kept = (int)Math.Min(kept, length);
    }

    /// <summary>Takes out one byte; nothing is done once bytes were dropped, since the hole would be filled by later ones.</summary>
    public void RemoveAt(long position)
    {
        if (kept < Length || position >= kept) return;
        bytes.AsSpan((int)position + 1, kept - (int)position - 1).CopyTo(bytes.AsSpan((int)position));
        kept--;
        Length--;
    }

    /// <summary>A copy of what was kept; the buffer starts anew.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var taken = bytes.AsSpan(0, kept).ToArray();
        Truncate(0);
        return taken;
    }
}
