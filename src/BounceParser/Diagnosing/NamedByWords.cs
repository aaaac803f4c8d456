using BounceParser.Classification;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Whom the words name that decided: "domain of anna@origin.example does not exist" is said of nobody at the recipient's domain.</summary>
internal static class NamedByWords
{
    // "name=relay.isp.example".
    private const string White = " \t\n=";

    private enum Named
    {
        Nobody,
        Recipient,
        Another,
    }

    private enum Mention
    {
        None,
        Address,
        Host,
        Domain,
    }

    /// <summary>True when the words that decided name another address than the recipient's; when they, or the ones beside them, name another domain that is missing.</summary>
    public static bool IsAnother(in Ruling ruling, RecipientEvidence recipient)
    {
        if (ruling.Length == 0 || recipient.FinalRecipient is not { } address || !ReasonTable.MayEndAddress(ruling.Reason)) return false;
        var text = ruling.Text.AsSpan();
        var (start, end) = (ruling.Start, ruling.Start + ruling.Length);
        if (!IsOfDomain(ruling.Reason)) return Of(text[start..end], recipient, ruling) == Named.Another;
        // sendmail says "Host unknown" as the reason, and which one in its transcript.
        if (ruling.Reason == BounceReason.DomainUnknown && MissingHost.IsAnother(address, recipient.Comment)) return true;
        // "host relay.isp.example not found: unknown host", and nothing of the recipient's domain.
        var mention = MentionOf(text, MailAddress.Domain(address));
        if (mention == Mention.None) return Of(text, recipient, ruling) == Named.Another;
        // "looking up mx.dest.example": one host of the domain.
        if (mention == Mention.Host && ruling.Reason == BounceReason.DomainUnknown) return true;
        var named = Of(text[start..end], recipient, ruling);
        if (named == Named.Nobody) named = Of(WordBehind(text[end..]), recipient, ruling);
        if (named == Named.Nobody) named = Of(WordBefore(text[..start]), recipient, ruling);
        return named == Named.Another;
    }

    private static Named Of(ReadOnlySpan<char> words, RecipientEvidence recipient, in Ruling ruling)
    {
        var named = Named.Nobody;
        foreach (var range in words.SplitAny(White))
        {
            var word = words[range].Trim(".,;:!?()[]<>\"'");
            // "SMTPSEND.DNS.NonExistentDomain; nonexistent domain": a code is no host.
            var one = word.Equals(ruling.Facts.ProviderCode, StringComparison.OrdinalIgnoreCase) ? Named.Nobody : OfWord(word, recipient, ruling.Reason);
            if (one == Named.Recipient) return one;
            if (one == Named.Another) named = one;
        }

        return named;
    }

    private static Named OfWord(ReadOnlySpan<char> word, RecipientEvidence recipient, BounceReason reason)
    {
        if (word.Contains('@'))
        {
            if (!AddressLine.Find(word, out var start, out var end) || !MailAddress.IsQualified(word[start..end])) return Named.Nobody;
            return recipient.IsNamedBy(word[start..end]) ? Named.Recipient : Named.Another;
        }

        if (!IsOfDomain(reason) || !HostName.Is(word)) return Named.Nobody;
        var domain = MailAddress.Domain(recipient.FinalRecipient);
        // A server may speak for its domain that takes no mail; the host of an MX that is missing is not the domain.
        if (reason == BounceReason.DomainAcceptsNoMail && word.Length > domain.Length && word[^(domain.Length + 1)] == '.') word = word[^domain.Length..];
        return word.Equals(domain, StringComparison.OrdinalIgnoreCase) ? Named.Recipient : Named.Another;
    }

    // How the words name a domain: by itself before all, then in the name of a host, then in an address.
    private static Mention MentionOf(ReadOnlySpan<char> text, ReadOnlySpan<char> domain)
    {
        var mention = Mention.None;
        for (int at; domain.Length > 0 && (at = Caseless.IndexOf(text, domain)) >= 0; text = text[(at + 1)..])
        {
            var before = at == 0 ? ' ' : text[at - 1];
            if (before == '@') mention = mention == Mention.None ? Mention.Address : mention;
            else if (before == '.') mention = Mention.Host;
            else if (!char.IsLetterOrDigit(before) && before is not ('-' or '_')) return Mention.Domain;
        }

        return mention;
    }

    private static bool IsOfDomain(BounceReason reason) => reason is BounceReason.DomainUnknown or BounceReason.DomainAcceptsNoMail;

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd();
        return words[(words.LastIndexOfAny(White) + 1)..];
    }

    private static ReadOnlySpan<char> WordBehind(ReadOnlySpan<char> words)
    {
        words = words.TrimStart(" \t\n:");
        return words.IndexOfAny(White) is >= 0 and var length ? words[..length] : words;
    }
}
