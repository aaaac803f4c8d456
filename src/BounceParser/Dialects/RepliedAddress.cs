using System.Buffers;
using BounceParser.Catalogue;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Tells whether an address in the words of a server is that of the recipient: "550 5.1.1 &lt;a@b&gt;: Recipient address rejected", "550 No such user a@b here".</summary>
internal static class RepliedAddress
{
    private const int LookBack = 48;
    private const int LookAhead = 80;

    private static readonly SearchValues<string> RecipientBefore = SearchValues.Create(["user", "recipient", "mailbox", "account", "rcpt to"], StringComparison.Ordinal);
    private static readonly SearchValues<string> RecipientBehind = SearchValues.Create(["recipient", "unknown", "no such user", "mailbox", "does not exist", "not found", "quota"], StringComparison.Ordinal);

    /// <summary>The standing of an address behind a reply's code; null when it may be anybody's.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="start">Where the address starts.</param>
    /// <param name="end">Where it ends.</param>
    public static PlaceStanding? StandingAt(ReadOnlySpan<char> folded, int start, int end) =>
        DeliveryWords.NotBefore.Ends(Before(folded, start).TrimEnd(" <\"'`(:=‘“«„,")) ? null : Standing(folded, start, end);

    /// <summary>The same for an address that nothing denies.</summary>
    public static PlaceStanding? Standing(ReadOnlySpan<char> folded, int start, int end)
    {
        var before = Before(folded, start);
        var behind = folded[end..Math.Min(folded.Length, end + LookAhead)];
        if (SenderWords.Precede(before) || SenderWords.Follow(behind)) return null;
        if (before.ContainsAnyInRange('a', 'z') && MailOffice.Is(MailAddress.Local(folded[start..end]))) return null;
        // sendmail's own way to name whom a reply concerns.
        if (behind.TrimStart('>').StartsWith("...")) return PlaceStanding.Commanded;
        return behind.ContainsAny(RecipientBehind) || before.ContainsAny(RecipientBefore) ? PlaceStanding.Replied : null;
    }

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> folded, int start) => folded[Math.Max(0, start - LookBack)..start];
}
