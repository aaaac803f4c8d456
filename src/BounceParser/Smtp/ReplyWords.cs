using System.Buffers;

namespace BounceParser.Smtp;

/// <summary>The words of a reply: its lines joined, the code that each line repeats dropped, white space folded.</summary>
internal static class ReplyWords
{
    private static readonly SearchValues<char> Unfolded = SearchValues.Create("\n\r\t\\");

    /// <param name="text">What follows the first code of the reply.</param>
    /// <param name="code">That code.</param>
    /// <param name="isContinued">True when the first line says that others follow (<c>550-</c>).</param>
    public static string Read(ReadOnlySpan<char> text, int code, bool isContinued)
    {
        text = text.TrimStart(" \t-:,.;").TrimEnd(" \t\r\n");
        Span<char> digits = stackalloc char[3];
        code.TryFormat(digits, out _);
        if (text.IndexOfAny(Unfolded) < 0 && text.IndexOf(digits) < 0 && text.IndexOf("  ") < 0) return text.ToString();
        var rented = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var words = rented.AsSpan(0, Join(text, digits, isContinued, rented)).TrimEnd(' ').ToString();
        ArrayPool<char>.Shared.Return(rented);
        return words;
    }

    private static int Join(ReadOnlySpan<char> text, ReadOnlySpan<char> digits, bool isContinued, Span<char> joined)
    {
        var length = 0;
        for (var index = 0; index < text.Length;)
        {
            var lineEnd = LineEnd(text[index..]);
            if (lineEnd > 0)
            {
                index += lineEnd;
                index += Indent(text[index..]);
                if (EndsReply(text[index..], digits)) break;
                Blank(joined, ref length);
                index += Repeated(text[index..], digits, anyForm: true);
            }
            else if (char.IsWhiteSpace(text[index]))
            {
                index++;
                Blank(joined, ref length);
                index += Repeated(text[index..], digits, isContinued);
            }
            else joined[length++] = text[index++];
        }

        return length;
    }

    private static void Blank(Span<char> joined, ref int length)
    {
        if (length > 0 && joined[length - 1] != ' ') joined[length++] = ' ';
    }

    // A line ends with LF, or with the two characters \n that log files write for it.
    private static int LineEnd(ReadOnlySpan<char> text) => text switch
    {
        ['\n', ..] => 1,
        ['\r', '\n', ..] => 2,
        ['\\', 'r', '\\', 'n', ..] => 4,
        ['\\', 'n', ..] => 2,
        _ => 0,
    };

    // Blanks and sendmail's "<<<".
    private static int Indent(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(" \t");
        if (rest.StartsWith("<<<")) rest = rest[3..].TrimStart(" \t");
        return text.Length - rest.Length;
    }

    private static bool EndsReply(ReadOnlySpan<char> line, ReadOnlySpan<char> digits) =>
        line.IsEmpty || LineEnd(line) > 0 || line.StartsWith(">>>") || line.StartsWith("...")
        || (!line.StartsWith(digits) && ReplyScanner.At(line, 0) is { Code: >= 400 });

    // How much of the start only repeats the codes: "550-5.1.1 ", "550 5.1.1 ", and where lines certainly continue "550-", "550 ".
    private static int Repeated(ReadOnlySpan<char> text, ReadOnlySpan<char> digits, bool anyForm)
    {
        if (!text.StartsWith(digits) || text.Length < 4) return text.SequenceEqual(digits) && anyForm ? 3 : 0;
        var after = text[3..];
        var status = ReplyScanner.StatusAfter(after, out _);
        if (status > 0) return 3 + status + Separator(after[status..]);
        if (!anyForm || after[0] is not ('-' or ' ') || (after.Length > 1 && after[0] == '-' && char.IsAsciiDigit(after[1]))) return 0;
        return 4;
    }

    private static int Separator(ReadOnlySpan<char> text) => text is [' ' or ':' or '-', ..] ? 1 : 0;
}
