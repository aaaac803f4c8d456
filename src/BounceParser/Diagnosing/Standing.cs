using BounceParser.Classification;
using BounceParser.Evidence;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>What stands between a refused recipient and the address that the sender wrote: where something does, no address is ever dropped.</summary>
internal static class Standing
{
    // "Requested action not taken: mailbox unavailable", and no more, leaves the code its meaning.
    private const int MostUnread = 6;

    private static readonly bool[] InAddress = UnitTable.Of('\u0080', unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_' or '+' or '=' or '/' or '&' or '\'' or '#' or '~' or '%');

    /// <summary>True behind an alias, a list or a forward, and where the sender wrote another address.</summary>
    public static bool BehindAlias(RecipientEvidence recipient) =>
        recipient.Alias is not null
        || (recipient.OriginalRecipient is { } original && recipient.FinalRecipient is { } final && !Same(original, final));

    /// <summary>True when the reply names addresses, and this recipient is not among them: nullmailer copies one reply to every recipient.</summary>
    public static bool ReplyNamesAnother(string words, RecipientEvidence recipient)
    {
        var namesAny = false;
        // Of a longer reply no more is classified either.
        var said = words.AsSpan(0, Math.Min(words.Length, BounceParserOptions.DefaultClassifiedChars));
        for (int at = 0, next; (next = said[at..].IndexOf('@')) >= 0; at++)
        {
            at += next;
            int start = at, end = at + 1;
            while (start > 0 && IsAddressChar(said[start - 1]) && !AddressLine.ChangesScript(said[start], said[start - 1])) start--;
            while (end < said.Length && IsAddressChar(said[end]) && !AddressLine.ChangesScript(said[end - 1], said[end])) end++;
            var domain = said[(at + 1)..end].TrimEnd(".-'");
            if (start == at || !domain.Contains('.')) continue;
            var local = said[start..at].Trim('\'');
            if (Is(recipient.FinalRecipient, local, domain) || Is(recipient.OriginalRecipient, local, domain)) return false;
            // Whom to write to is nobody who was refused.
            namesAny |= !MailOffice.Is(local);
        }

        return namesAny;
    }

    /// <summary>What the verdict may rest on: words of the reporting program do not tell what a server meant that answered with a bare code.</summary>
    /// <remarks>sendmail stamps 5.1.1 and "User unknown" on any refused recipient; administrators write whole sentences of something else behind the 5.1.1 of their table.</remarks>
    public static RuleEvidence Evidence(in BounceParser.Classification.Classification classification, SmtpReply? reply, bool isHearsay) =>
        isHearsay || reply is { Text.Length: 0, Status: null } || IsUnread(classification, reply) ? RuleEvidence.None : classification.Evidence;

    private static bool IsUnread(in BounceParser.Classification.Classification classification, SmtpReply? reply) =>
        classification.Evidence == RuleEvidence.Status && reply is not null && PlainWords(reply.Text) > MostUnread;

    // Words alone, without the addresses, hosts and codes among them; a unit of Han, Kana and Hangul is half a word.
    private static int PlainWords(string text)
    {
        var words = 0;
        foreach (var range in text.AsSpan().SplitAny(" \t\n"))
        {
            var word = text.AsSpan(range).Trim(".,;:!?()[]<>\"'");
            if (word.ContainsAny('@', '.', '/') || !char.IsLetter(word.IsEmpty ? ' ' : word[0])) continue;
            words += word[0] >= '\u3000' ? word.Length / 2 : 1;
        }

        return words;
    }

    private static bool Is(ReadOnlySpan<char> address, ReadOnlySpan<char> local, ReadOnlySpan<char> domain) =>
        address.Length == local.Length + 1 + domain.Length && address[local.Length] == '@'
        && address.StartsWith(local, StringComparison.OrdinalIgnoreCase) && address.EndsWith(domain, StringComparison.OrdinalIgnoreCase);

    private static bool IsAddressChar(char c) => c < InAddress.Length ? InAddress[c] : char.IsLetterOrDigit(c);

    private static bool Same(string? first, string? second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
