using System.Buffers;
using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Names the recipient of a reply that nothing around it names: what refuses a recipient, in whatever language, speaks of the address in it.</summary>
internal static class RepliedRecipient
{
    private const int LookBack = 64;

    // What may stand between the codes and an address that opens the words.
    private const string Marks = " <\"'`([:=-#";

    private static readonly PhraseSet Leads = WordCatalogue.Of("before");
    private static readonly PhraseSet Contacts = WordCatalogue.Of("contact");
    private static readonly SearchValues<string> Others = SearchValues.Create(["sender", "from", "client", "helo"], StringComparison.OrdinalIgnoreCase);
    private static readonly PhraseSet Denials = WordCatalogue.Of("notBefore");

    /// <summary>The one address in the words; null when they hold none or several, and for an address that is somebody else's.</summary>
    /// <param name="words">The words of a server, with their codes.</param>
    /// <param name="reason">What they mean.</param>
    /// <param name="stage">The step that they answer.</param>
    /// <param name="facts">What they tell: the sender and a new address are not whom they refuse.</param>
    public static string? Of(string words, BounceReason reason, SmtpStage stage, DiagnosisFacts facts)
    {
        // "551-anna@dest.example has moved"
        if (words is [>= '4' and <= '5', _, _, '-', ..]) words = words[4..];
        if (AddressLine.First(words, out var start, out var end) is not { } address || !(address.AsSpan(address.LastIndexOf('@')).Contains('.') || stage == SmtpStage.RcptTo)) return null;
        if (AddressLine.First(words.AsSpan(end)) is { } second && !Same(second, address) && !Same(facts.NewAddress, second)) return null;
        if (Same(facts.NewAddress, address) || Same(facts.Sender, address)) return null;
        var before = words.AsSpan(0, start);
        if (Opens(before)) return IsOfRecipient(reason) || IsRefused(words.AsSpan(end), reason, stage) ? address : null;
        var lead = FoldedText.Closed(before[Math.Max(0, start - LookBack)..]);
        if (!IsOfRecipient(reason) && !(IsOnTheWay(reason) && IsLed(lead))) return null;
        return IsOfOthers(lead) ? null : address;
    }

    // "450 4.7.1 <a@b>: Recipient address rejected: greylisted"; an answer to RCPT TO speaks of its address, unless it says of whom.
    private static bool IsRefused(ReadOnlySpan<char> behind, BounceReason reason, SmtpStage stage)
    {
        behind = behind[..Math.Min(behind.Length, LookBack)].TrimStart(Marks + ">)'\"");
        if (behind.StartsWith("recipient address rejected", StringComparison.OrdinalIgnoreCase)) return true;
        return (stage == SmtpStage.RcptTo || reason == BounceReason.FeatureNotSupported || IsOnTheWay(reason)) && !behind.ContainsAny(Others);
    }

    private static bool IsLed(string before) => before.EndsWith(" for ", StringComparison.Ordinal) || Leads.Ends(before.AsSpan().TrimEnd(Marks));

    // A relay that is denied is denied to the recipient's domain.
    private static bool IsOfRecipient(BounceReason reason) =>
        reason is BounceReason.DomainUnknown or BounceReason.DomainAcceptsNoMail or BounceReason.RelayDenied
        || (ReasonTable.Of(reason).Family == ReasonFamily.Recipient && reason is not (BounceReason.PostingNotAllowed or BounceReason.SuppressedBySender));

    // "delayed for a@b: connection timed out"
    private static bool IsOnTheWay(BounceReason reason) => reason is BounceReason.RateLimited or BounceReason.Greylisted || ReasonTable.Of(reason).Family is ReasonFamily.Route or ReasonFamily.System;

    // "550 5.1.1 <a@b>: no such user"
    private static bool Opens(ReadOnlySpan<char> before) => before.TrimEnd(Marks).IndexOfAnyExceptInRange(' ', '9') < 0;

    // "from=<a@b>", "msgid=<1@mx>"
    private static bool IsOfOthers(string before)
    {
        var label = before.AsSpan().TrimEnd(Marks);
        return Contacts.IsIn(before) || Denials.Ends(label) || label.EndsWith("id");
    }

    private static bool Same(string? first, string second) => second.Equals(first, StringComparison.OrdinalIgnoreCase);
}
