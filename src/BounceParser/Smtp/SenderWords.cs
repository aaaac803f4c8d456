using System.Buffers;

namespace BounceParser.Smtp;

/// <summary>Words of a server that make an address in them the sender's, or that of the account that sends.</summary>
internal static class SenderWords
{
    private static readonly SearchValues<string> Before = SearchValues.Create(["sender", "from", "helo", "client", "domain of", "your account", "your mailbox", "outgoing"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Behind = SearchValues.Create(["sender", "from", "helo", "client"], StringComparison.Ordinal);

    /// <summary>True for folded words before an address that make it the sender's.</summary>
    public static bool Precede(ReadOnlySpan<char> folded) => folded.ContainsAny(Before);

    /// <summary>The same for words behind it.</summary>
    public static bool Follow(ReadOnlySpan<char> folded) => folded.ContainsAny(Behind);
}
