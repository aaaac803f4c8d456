using System.Buffers;
using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Names the recipient of a reply that nothing around it names: what refuses a recipient, in whatever language, speaks of the address in it.</summary>
internal static class RepliedRecipient
{
    private const int LookBack = 64;

    // What may stand between the codes and an address that opens the words, and what closes behind one.
    private const string Marks = " <\"'`([:=-#（《“‘";
    private const string Closing = ">)]}\"'`.!?;, ）》”’";

    // Words with more addresses are a list, or a text about others.
    private const int MostAddresses = 8;

    private static readonly PhraseSet Labels = WordCatalogue.Of("to");
    private static readonly PhraseSet Leads = WordCatalogue.Of("before");
    private static readonly PhraseSet Meant = WordCatalogue.Of("meantFor");
    private static readonly PhraseSet Groups = WordCatalogue.Of("group");
    private static readonly PhraseSet Contacts = WordCatalogue.Of("contact");
    private static readonly SearchValues<string> Others = SearchValues.Create(["sender", "from", "client", "helo"], StringComparison.OrdinalIgnoreCase);
    private static readonly PhraseSet Denials = WordCatalogue.Of("notBefore");

    /// <summary>The one address in the words that is nobody else's; null when there is none, or several.</summary>
    /// <param name="words">The words of a server, with their codes.</param>
    /// <param name="reason">What they mean.</param>
    /// <param name="stage">The step that they answer.</param>
    /// <param name="facts">What they tell: the sender and a new address are not whom they refuse.</param>
    public static string? Of(string words, BounceReason reason, SmtpStage stage, DiagnosisFacts facts)
    {
        // "551-anna@dest.example has moved"
        if (words is [>= '4' and <= '5', _, _, '-', ..]) words = words[4..];
        if (!IsAlone(words, facts, out var start, out var end)) return null;
        var address = words[start..end];
        if (!address.AsSpan(address.LastIndexOf('@')).Contains('.') && stage != SmtpStage.RcptTo) return null;
        var before = words.AsSpan(0, start);
        var behind = words.AsSpan(end);
        if (Opens(before)) return IsOfRecipient(reason) || IsRefused(behind, reason, stage) ? address : null;
        var lead = FoldedText.Closed(before[Math.Max(0, start - LookBack)..]);
        if (IsReplaced(lead) || IsLabelled(lead, reason)) return address;
        if (IsOfOthers(lead)) return null;
        if (Meant.Ends(lead.AsSpan().TrimEnd(Marks))) return address;
        return !SenderWords.Precede(lead) && (IsOfRecipient(reason) || IsLed(lead, reason) || (IsOnTheWay(reason) && IsInBracketsAtEnd(before, behind))) ? address : null;
    }

    // Where the one address that is neither the sender's nor a new one stands first.
    private static bool IsAlone(string words, DiagnosisFacts facts, out int start, out int end)
    {
        (start, end) = (-1, -1);
        var count = 0;
        for (var from = 0; AddressLine.Find(words.AsSpan(from), out var at, out var to); from += to)
        {
            if (++count > MostAddresses) return false;
            var address = words.AsSpan(from + at, to - at);
            if (Same(facts.NewAddress, address) || Same(facts.Sender, address)) continue;
            if (start < 0) (start, end) = (from + at, from + to);
            else if (!words.AsSpan(start, end - start).Equals(address, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return start >= 0;
    }

    // "450 4.7.1 <a@b>: Recipient address rejected: greylisted"; an answer to RCPT TO speaks of its address, unless it says of whom.
    private static bool IsRefused(ReadOnlySpan<char> behind, BounceReason reason, SmtpStage stage)
    {
        // Postfix's way to say whom a rule of its own refuses: of a sender it says that he is one.
        var isCited = behind is ['>', ':', ..];
        behind = behind[..Math.Min(behind.Length, LookBack)].TrimStart(Marks + ">)'\"");
        if (behind.StartsWith("recipient address rejected", StringComparison.OrdinalIgnoreCase)) return true;
        var mayBe = stage == SmtpStage.RcptTo || IsOnTheWay(reason) || (isCited ? IsOfContent(reason) || reason is BounceReason.PolicyRejected or BounceReason.PostingNotAllowed : reason == BounceReason.FeatureNotSupported);
        return mayBe && !behind.ContainsAny(Others);
    }

    // "please try <new@b> instead of <a@b>"
    private static bool IsReplaced(string before) => before.AsSpan().TrimEnd(Marks).EndsWith("instead of");

    // "The following recipients failed: a@b"; "account: a@b" may be that of the sender.
    private static bool IsLabelled(string before, BounceReason reason) =>
        before.AsSpan().TrimEnd(" <\"'") is [.., ':'] and var label && Labels.Ends(label.TrimEnd(": ")) && ReasonTable.Of(reason).Family != ReasonFamily.Sender;

    private static bool IsLed(string before, BounceReason reason)
    {
        var label = before.AsSpan().TrimEnd(Marks);
        if (reason == BounceReason.PostingNotAllowed) return Groups.Ends(label);
        return IsOnTheWay(reason) ? IsFor(label) || Leads.Ends(label) : IsOfContent(reason) && IsFor(label);
    }

    private static bool IsFor(ReadOnlySpan<char> label) => label.EndsWith(" for") || label.EndsWith(" lookup of");

    // "(SERVFAIL) <a@b>"
    private static bool IsInBracketsAtEnd(ReadOnlySpan<char> before, ReadOnlySpan<char> behind) => before is [.., '<' or '(' or '['] && behind.TrimStart(Closing).IsEmpty;

    // A relay that is denied is denied to the recipient's domain.
    private static bool IsOfRecipient(BounceReason reason) =>
        reason is BounceReason.DomainUnknown or BounceReason.DomainAcceptsNoMail or BounceReason.RelayDenied
        || (ReasonTable.Of(reason).Family == ReasonFamily.Recipient && reason is not (BounceReason.PostingNotAllowed or BounceReason.SuppressedBySender));

    // "delayed for a@b: connection timed out"
    private static bool IsOnTheWay(BounceReason reason) => reason is BounceReason.RateLimited or BounceReason.Greylisted || ReasonTable.Of(reason).Family is ReasonFamily.Route or ReasonFamily.System;

    private static bool IsOfContent(BounceReason reason) => ReasonTable.Of(reason).Family == ReasonFamily.Content;

    // "550 5.1.1 <a@b>: no such user", of the reply too that another one cites: "550 5.1.1 Failed, from MTA: 550 5.1.1 <a@b>: no such user".
    private static bool Opens(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(Marks);
        var codes = before.LastIndexOfAnyExceptInRange(' ', '9') + 1;
        return codes == 0 || (codes >= 2 && before[codes - 1] == ':' && ReplyScanner.At(before[codes..].TrimStart(), 0) is not null);
    }

    // "from=<a@b>", "msgid=<1@mx>"
    private static bool IsOfOthers(string before)
    {
        var label = before.AsSpan().TrimEnd(Marks);
        return Contacts.IsIn(before) || Denials.Ends(label) || label.EndsWith("id");
    }

    private static bool Same(string? first, ReadOnlySpan<char> second) => first is not null && second.Equals(first, StringComparison.OrdinalIgnoreCase);
}
