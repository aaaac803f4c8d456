using System.Runtime.InteropServices;

namespace BounceParser.Text;

/// <summary>Things of an image, each of which can be read without the others.</summary>
/// <param name="head">What they name by number.</param>
/// <param name="starts">Where each starts in the bytes, 32 bits each.</param>
/// <param name="bytes">One after the other.</param>
internal sealed class ImagePart(ImageHead head, ReadOnlyMemory<byte> starts, ReadOnlyMemory<byte> bytes)
{
    public int Count => starts.Length / sizeof(int);

    public ImageReader At(int number) => new(head, bytes[MemoryMarshal.Cast<byte, int>(starts.Span)[number]..]);
}
