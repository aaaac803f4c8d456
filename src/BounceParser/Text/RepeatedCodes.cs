namespace BounceParser.Text;

/// <summary>The codes that each line of a reply repeats, where its lines were joined: "at a rate that 450-4.2.1 prevents" is one sentence.</summary>
internal static class RepeatedCodes
{
    private const int Digits = 3;

    /// <summary>Makes each repetition of the codes that a text begins with <see cref="FoldedText.Silent"/>, in place.</summary>
    public static void Silence(Span<char> folded)
    {
        if (folded.Length <= Digits || folded[Digits] != '-' || folded[..Digits].ContainsAnyExceptInRange('0', '9')) return;
        ReadOnlySpan<char> code = folded[..Digits], status = Status(folded[(Digits + 1)..]);
        for (var rest = folded[(Digits + 1)..]; rest.IndexOf(code) is >= 0 and var at; rest = rest[(at + Digits)..])
        {
            var behind = rest[(at + Digits)..];
            if (at == 0 || rest[at - 1] != ' ' || behind is not ['-' or ' ', ..]) continue;
            var repeated = behind[0] == '-' ? 1 : 0;
            if (behind[1..].StartsWith(status)) repeated = 1 + status.Length;
            rest.Slice(at, Digits + repeated).Fill(FoldedText.Silent);
        }
    }

    // The enhanced code behind the reply's own, if there is one.
    private static ReadOnlySpan<char> Status(ReadOnlySpan<char> text) =>
        text[..Math.Max(text.IndexOfAnyExcept("0123456789."), 0)] is { Length: > 4 } status && status.Contains('.') ? status : [];
}
