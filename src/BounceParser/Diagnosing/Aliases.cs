using BounceParser.Dsn;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Tells whether what failed is another target than the address that the sender wrote, by the fields of the report and by its words.</summary>
internal static class Aliases
{
    private const string Command = "RCPT TO:";

    // From the word to the address.
    private const int LongestForward = 120;

    /// <summary>True behind an alias, a list or a forward, and where the sender wrote another address.</summary>
    /// <param name="said">What was answered, as far as it is read.</param>
    /// <param name="comment">What was said around it, as far as it is read.</param>
    /// <param name="recipient">Whom it was said of.</param>
    public static bool StandBefore(ReadOnlySpan<char> said, ReadOnlySpan<char> comment, RecipientEvidence recipient) =>
        recipient.Alias is not null
        || (recipient.FinalRecipient is { Length: > 0 } named && !AddressField.IsRecipient(named))
        || CommandNamesAnother(said, recipient)
        || ForwardsTo(comment, recipient) || ForwardsTo(said, recipient)
        || TellsOfAlias(comment) || TellsOfAlias(said)
        || (recipient.OriginalRecipient is { } original && recipient.FinalRecipient is { } final && !ReadableAddress.Same(original, final));

    // "Mail-Forwarding to <b@c> failed", "could not forward to b@c"
    private static bool ForwardsTo(ReadOnlySpan<char> text, RecipientEvidence recipient)
    {
        var at = Caseless.IndexOf(text, "forward");
        if (at >= 0 && text[at..].StartsWith("forwarding failed", StringComparison.OrdinalIgnoreCase)) return true;
        return at >= 0 && AddressLine.First(text[at..Math.Min(text.Length, at + LongestForward)]) is { } target && !recipient.IsNamedBy(target);
    }

    // "alias expands to bob", "Note: this address is an alias"
    private static bool TellsOfAlias(ReadOnlySpan<char> text) =>
        Caseless.IndexOf(text, "alias") is >= 0 and var at
        && (text[(at + 5)..].TrimStart() is var behind && (behind.StartsWith("expands", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("expanded", StringComparison.OrdinalIgnoreCase))
            || text[..at].EndsWith("is an ", StringComparison.OrdinalIgnoreCase));

    // Exim: "after RCPT TO:<old@isp.example>", below the address that leads there.
    private static bool CommandNamesAnother(ReadOnlySpan<char> text, RecipientEvidence recipient)
    {
        var namesAnother = false;
        while (Caseless.IndexOf(text, Command) is >= 0 and var at && AddressLine.First(text[(at + Command.Length)..], out _, out var end) is { } named)
        {
            if (recipient.IsNamedBy(named)) return false;
            namesAnother |= recipient.FinalRecipient is not null && named.Contains('@');
            text = text[(at + Command.Length + end)..];
        }

        return namesAnother;
    }
}
