namespace BounceParser.Text;

/// <summary>Bytes gathered up to a limit, plus one that shows that there were more; the rest is counted and dropped.</summary>
internal sealed class BoundedBuffer(int maxBytes)
{
    private readonly int _limit = (int)Math.Min((long)Math.Max(0, maxBytes) + 1, Array.MaxLength);
    private byte[] _bytes = [];
    private int _kept;

    /// <summary>How many bytes came, kept or not.</summary>
    public long Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _kept);

    public void Append(ReadOnlySpan<byte> more)
    {
        Length += more.Length;
        var taken = Math.Min(more.Length, _limit - _kept);
        if (taken == 0) return;
        if (_bytes.Length - _kept < taken) Array.Resize(ref _bytes, (int)Math.Min(_limit, Math.Max(2L * _bytes.Length, Math.Max(4096, _kept + (long)taken))));
        more[..taken].CopyTo(_bytes.AsSpan(_kept));
        _kept += taken;
    }

    /// <summary>Takes back what came after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(long length)
    {
        Length = length;
        _kept = (int)Math.Min(_kept, length);
    }

    /// <summary>Takes out one byte; nothing is done once bytes were dropped, since the hole would be filled by later ones.</summary>
    public void RemoveAt(long position)
    {
        if (_kept < Length || position >= _kept) return;
        _bytes.AsSpan((int)position + 1, _kept - (int)position - 1).CopyTo(_bytes.AsSpan((int)position));
        _kept--;
        Length--;
    }

    /// <summary>A copy of what was kept; the buffer starts anew.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var taken = _bytes.AsSpan(0, _kept).ToArray();
        Truncate(0);
        return taken;
    }
}
