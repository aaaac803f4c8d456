using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>Pieces of which each line of a log holds one, whatever their case: most texts that are no log lines are told from them at a glance.</summary>
/// <param name="marks">The pieces; one that begins with a letter begins a word of the line.</param>
internal sealed class LogMarks(IEnumerable<string> marks)
{
    private const int MostOnStack = 512;

    private readonly PhraseSet _marks = new(marks.Select(FoldedText.Of));

    public bool AreIn(ReadOnlySpan<char> line)
    {
        if (line.Length <= MostOnStack) return AreIn(line, stackalloc char[MostOnStack]);
        var rented = ArrayPool<char>.Shared.Rent(line.Length);
        var found = AreIn(line, rented);
        ArrayPool<char>.Shared.Return(rented);
        return found;
    }

    private bool AreIn(ReadOnlySpan<char> line, Span<char> room)
    {
        FoldedText.Fold(line, room);
        return _marks.IsIn(room[..line.Length]);
    }
}
