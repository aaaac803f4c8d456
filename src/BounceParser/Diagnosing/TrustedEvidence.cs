using BounceParser.Classification;

namespace BounceParser.Diagnosing;

/// <summary>What a verdict may rest on: words of the reporting program do not tell what a server meant that answered with a bare code.</summary>
/// <remarks>sendmail stamps 5.1.1 and "User unknown" on any refused recipient; administrators write whole sentences of something else behind the 5.1.1 of their table.</remarks>
internal static class TrustedEvidence
{
    // "Requested action not taken: mailbox unavailable", and no more, leaves the code its meaning.
    private static readonly HashSet<string> Neutral = new(
        "requested action not taken mailbox unavailable recipient recipient's rcpt_to address email e-mail user account rejected refused undeliverable destination bad known unknown state no such that is isn't here sorry error smtp the this a".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NeutralWords = Neutral.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="ruling">What decided.</param>
    /// <param name="reply">What the server answered.</param>
    /// <param name="isHearsay">True when no server was heard of this recipient.</param>
    public static RuleEvidence Of(in Ruling ruling, SmtpReply? reply, bool isHearsay) =>
        isHearsay || reply is { Text.Length: 0, Status: null } || IsUnread(ruling, reply) ? RuleEvidence.None : ruling.Evidence;

    private static bool IsUnread(in Ruling ruling, SmtpReply? reply) =>
        ruling.Evidence == RuleEvidence.Status && reply is not null && SaysMore(reply.Text);

    // Beside addresses, hosts and codes.
    private static bool SaysMore(string text)
    {
        foreach (var range in text.AsSpan().SplitAny(" \t\n"))
            if (text.AsSpan(range).Trim(".,;:!?()[]<>\"'") is [var first, ..] word && char.IsLetter(first) && !word.ContainsAny("@./#") && !NeutralWords.Contains(word)) return true;
        return false;
    }
}
