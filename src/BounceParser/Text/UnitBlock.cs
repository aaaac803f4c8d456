using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BounceParser.Text;

/// <summary>Sixty-four units of a text, to be asked at once which of them are something: one bit each, the first unit's the lowest.</summary>
internal readonly struct UnitBlock
{
    public const int Length = 64;

    private const char Padding = '.';

    // What is beyond Latin-1 is 255 here.
    private readonly Vector256<byte> _first, _last;

    private UnitBlock(ref ushort units)
    {
        _first = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref units), Vector256.LoadUnsafe(ref units, 16));
        _last = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref units, 32), Vector256.LoadUnsafe(ref units, 48));
    }

    /// <summary>The units from a place on; behind the end of the text stand full stops.</summary>
    public static UnitBlock At(ReadOnlySpan<char> text, int start)
    {
        if (start <= text.Length - Length) return Of(text[start..]);
        Span<char> last = stackalloc char[Length];
        last.Fill(Padding);
        text[start..].CopyTo(last);
        return Of(last);
    }

    /// <summary>Those that are the one of ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Are(char unit)
    {
        var same = Vector256.Create((byte)unit);
        return Bits(Vector256.Equals(_first, same), Vector256.Equals(_last, same));
    }

    /// <summary>Those that are no printable ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AreNotPrintable()
    {
        var (lowest, most) = (Vector256.Create((byte)' '), Vector256.Create((byte)('~' - ' ')));
        return Bits(Vector256.GreaterThan(_first - lowest, most), Vector256.GreaterThan(_last - lowest, most));
    }

    private static ulong Bits(Vector256<byte> first, Vector256<byte> last) => first.ExtractMostSignificantBits() | ((ulong)last.ExtractMostSignificantBits() << 32);

    private static UnitBlock Of(scoped ReadOnlySpan<char> units) => new(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(units)));
}
