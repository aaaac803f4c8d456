using System.Buffers;

namespace BounceParser.Catalogue;

/// <summary>The bytes of an embedded resource where they lie: they stay as long as the process.</summary>
internal sealed unsafe class EmbeddedBytes(UnmanagedMemoryStream resource) : MemoryManager<byte>
{
    private readonly byte* _first = resource.PositionPointer;
    private readonly int _length = (int)resource.Length;

    public override Span<byte> GetSpan() => new(_first, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_first + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
