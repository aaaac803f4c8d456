using BounceParser.Classification;
using BounceParser.Evidence;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>What stands between a refused recipient and the address that the sender wrote: where something does, no address is ever dropped.</summary>
internal static class Standing
{
    // "Requested action not taken: mailbox unavailable", and no more, leaves the code its meaning.
    private static readonly HashSet<string> Neutral = new(
        "requested action not taken mailbox unavailable recipient recipient's rcpt_to address email e-mail user account rejected refused undeliverable destination bad known unknown no such that is isn't here sorry error smtp the this a".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NeutralWords = Neutral.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly bool[] InAddress = UnitTable.Of('\u0080', unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_' or '+' or '=' or '/' or '&' or '\'' or '#' or '~' or '%');

    // Of many recipients these show it.
    private const int MostCompared = 100;

    /// <summary>True when the reply names addresses, and this recipient is not among them: nullmailer copies one reply to every recipient.</summary>
    public static bool ReplyNamesAnother(ReadOnlySpan<char> said, RecipientEvidence recipient)
    {
        var namesAny = LocalName(said) is { IsEmpty: false } name && !IsLocal(recipient.FinalRecipient, name) && !IsLocal(recipient.OriginalRecipient, name);
        for (int at = 0, next; (next = said[at..].IndexOf('@')) >= 0; at++)
        {
            at += next;
            int start = at, end = at + 1;
            while (start > 0 && IsAddressChar(said[start - 1]) && !AddressLine.ChangesScript(said[start], said[start - 1])) start--;
            while (end < said.Length && IsAddressChar(said[end]) && !(said[end] == '.' && said[end - 1] == '.') && !AddressLine.ChangesScript(said[end - 1], said[end])) end++;
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
        classification.Evidence == RuleEvidence.Status && reply is not null && SaysMore(reply.Text);

    // Beside addresses, hosts and codes.
    private static bool SaysMore(string text)
    {
        foreach (var range in text.AsSpan().SplitAny(" \t\n"))
            if (text.AsSpan(range).Trim(".,;:!?()[]<>\"'") is [var first, ..] word && char.IsLetter(first) && !word.ContainsAny("@./#") && !NeutralWords.Contains(word)) return true;
        return false;
    }

    /// <summary>True when the server had not heard of the recipient yet: it speaks of the sender, of his machine or of his login.</summary>
    /// <remarks>A host that takes no mail at all says so at once (RFC 7504); replies from 530 to 538 are those of a login (RFC 4954).</remarks>
    public static bool AnswersSender(SmtpStage stage, SmtpReply? reply) => reply is not null
        && (reply.Code is >= 530 and <= 538 || reply.Status is { Subject: 7, Detail: 8 } || (stage is >= SmtpStage.Connect and <= SmtpStage.MailFrom && !(reply.Code == 521 && stage <= SmtpStage.Greeting)));

    /// <summary>True when what became of the mail is told of several alike: whom of those that were taken the answer is about, it does not say.</summary>
    public static bool IsOfAll(ReadOnlySpan<char> said, RecipientEvidence recipient, BounceEvidence report, SmtpStage stage) =>
        report.Recipients.Count > 1 && stage is SmtpStage.Data or SmtpStage.EndOfData && recipient.FinalRecipient is { } address && !said.Contains(address, StringComparison.OrdinalIgnoreCase)
        && report.Recipients.Take(MostCompared).Count(other => other.DiagnosticText == recipient.DiagnosticText) > 1;

    // sendmail: "550 5.1.1 bob... User unknown"; empty for none.
    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> words)
    {
        var end = words.IndexOf("... User unknown");
        if (end <= 0) return default;
        var start = words[..end].LastIndexOf(' ') + 1;
        var name = words[start..end].Trim("<>");
        return name.Contains('@') || words[..start].ContainsAnyExcept("0123456789. ") ? default : name;
    }

    private static bool IsLocal(ReadOnlySpan<char> address, ReadOnlySpan<char> name) => address.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> address, ReadOnlySpan<char> local, ReadOnlySpan<char> domain) =>
        address.Length == local.Length + 1 + domain.Length && address[local.Length] == '@'
        && address.StartsWith(local, StringComparison.OrdinalIgnoreCase) && address.EndsWith(domain, StringComparison.OrdinalIgnoreCase);

    private static bool IsAddressChar(char c) => c < InAddress.Length ? InAddress[c] : char.IsLetterOrDigit(c);
}
