using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Names the recipient of a reply that nothing around it names: what refuses a recipient, in whatever language, speaks of the address in it.</summary>
internal static class RepliedRecipient
{
    private const int LookAround = 64;

    // What may stand between words and an address.
    private const string Marks = " <\"'`([{:=-#（《“‘";
    private const string Closing = ">)]}\"'`.!?;, ）》”’";

    // Words with more addresses are a list.
    private const int MostAddresses = 8;

    /// <summary>The one address in the words that is nobody else's; null when there is none, or several.</summary>
    /// <param name="words">The words of a server, with their codes.</param>
    /// <param name="reason">What they mean.</param>
    /// <param name="stage">The step that they answer.</param>
    /// <param name="facts">What they tell: the sender and a new address are not whom they refuse.</param>
    /// <param name="sender">The sender's own address; null when not known.</param>
    public static string? Of(string words, BounceReason reason, SmtpStage stage, DiagnosisFacts facts, string? sender)
    {
        // "551-anna@dest.example has moved"
        if (words is [>= '4' and <= '5', _, _, '-', ..]) words = words[4..];
        if (!words.Contains('@')) return null;
        var places = Places(words);
        if (places.Count > MostAddresses) return null;
        // Who is called the sender once is he everywhere; whom to write to may also be whom it is about.
        var senders = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { facts.NewAddress ?? "", facts.Sender ?? "", sender ?? "" };
        foreach (var place in places)
            if (DeliveryWords.OfSender.Begins(place.Behind)) senders.Add(place.Address);
        places.RemoveAll(place => senders.Contains(place.Address) || IsOfOther(place, reason) || !(MailAddress.IsQualified(place.Address) || stage == SmtpStage.RcptTo));
        if (Only(places.FindAll(place => IsMeant(place, reason))) is { } meant) return meant.Address;
        return Only(places) is { } only && IsRefused(only, reason, stage) ? only.Address : null;
    }

    private static List<Place> Places(string words)
    {
        var places = new List<Place>();
        for (var from = 0; places.Count <= MostAddresses && AddressLine.Find(words.AsSpan(from), out var start, out var end); from += end)
            places.Add(new Place(words, from, from + start, from + end));
        return places;
    }

    // The first place of the one address that they all have.
    private static Place? Only(List<Place> places) =>
        places is [var first, .. var rest] && rest.TrueForAll(place => place.Address.Equals(first.Address, StringComparison.OrdinalIgnoreCase)) ? first : null;

    // "from=<a@b>", "msgid=<1@mx>", "please write to a@b", "new address: a@b"
    private static bool IsOfOther(Place place, BounceReason reason)
    {
        if (DeliveryWords.NewAddress.IsIn(place.Lead)) return true;
        if (IsReplaced(place) || IsLabelled(place, reason)) return false;
        var label = place.Label;
        return (DeliveryWords.Contact.IsIn(place.Lead) && !DeliveryWords.Rcpt.Ends(label)) || IsIdentifier(label) || (place.HasColon && DeliveryWords.Other.Ends(label)) || (DeliveryWords.NotBefore.Ends(label) && !DeliveryWords.Before.Ends(label));
    }

    // "msgid=<1@mx>", "message id <1@mx>"; not "invalid <a@b>".
    private static bool IsIdentifier(ReadOnlySpan<char> label) =>
        label.EndsWith("id") && label[(label.LastIndexOfAny(' ', '(', '[') + 1)..] is "id" or "msgid" or "messageid" or "message-id" or "queueid" or "queue-id" or "mid" or "guid" or "uuid";

    // Whom the mail was for, whatever is said of it.
    private static bool IsMeant(Place place, BounceReason reason) => IsReplaced(place) || IsLabelled(place, reason) || DeliveryWords.Rcpt.Ends(place.Label) || DeliveryWords.MeantFor.Ends(place.Label);

    // "please try <new@b> instead of <a@b>"
    private static bool IsReplaced(Place place) => place.Label.EndsWith("instead of");

    // "The following recipients failed: a@b"; "account: a@b" may be that of the sender.
    private static bool IsLabelled(Place place, BounceReason reason) => place.HasColon && DeliveryWords.To.Ends(place.Label) && ReasonTable.Of(reason).Family != ReasonFamily.Sender;

    private static bool IsRefused(Place place, BounceReason reason, SmtpStage stage)
    {
        if (IsOfRecipient(reason)) return place.Opens || (!SenderWords.Precede(place.Lead) && (!MailOffice.Is(place.Local) || DeliveryWords.Before.Ends(place.Label)));
        if (place.Opens) return IsAnswered(place, reason, stage);
        if (SenderWords.Precede(place.Lead)) return false;
        return IsLed(place.Label, reason) || (IsOnTheWay(reason) && place.IsInBracketsAtEnd);
    }

    // "450 4.7.1 <a@b>: Recipient address rejected: greylisted"; an answer to RCPT TO speaks of its address, unless it says of whom.
    private static bool IsAnswered(Place place, BounceReason reason, SmtpStage stage)
    {
        var behind = place.Behind;
        if (behind.StartsWith("recipient address rejected")) return true;
        if (place.IsCited && reason is not (BounceReason.SenderRejected or BounceReason.SenderDomainInvalid or BounceReason.SenderAccountBlocked or BounceReason.PoorReputation)) return true;
        return (stage == SmtpStage.RcptTo || IsOnTheWay(reason) || reason is BounceReason.FeatureNotSupported or BounceReason.PostingNotAllowed or BounceReason.PolicyRejected) && !SenderWords.Follow(behind);
    }

    private static bool IsLed(ReadOnlySpan<char> label, BounceReason reason) => reason switch
    {
        BounceReason.PostingNotAllowed => DeliveryWords.Group.Ends(label),
        BounceReason.SuppressedBySender => DeliveryWords.Before.Ends(label),
        _ when IsOnTheWay(reason) => IsFor(label) || DeliveryWords.Before.Ends(label),
        _ => IsOfContent(reason) && IsFor(label),
    };

    private static bool IsFor(ReadOnlySpan<char> label) => label.EndsWith(" for") || label.EndsWith(" lookup of");

    // A relay that is denied is denied to the recipient's domain.
    private static bool IsOfRecipient(BounceReason reason) =>
        reason is BounceReason.DomainUnknown or BounceReason.DomainAcceptsNoMail or BounceReason.RelayDenied
        || (ReasonTable.Of(reason).Family == ReasonFamily.Recipient && reason is not (BounceReason.PostingNotAllowed or BounceReason.SuppressedBySender));

    // "delayed for a@b: connection timed out"
    private static bool IsOnTheWay(BounceReason reason) => reason is BounceReason.RateLimited or BounceReason.Greylisted || ReasonTable.Of(reason).Family is ReasonFamily.Route or ReasonFamily.System;

    private static bool IsOfContent(BounceReason reason) => ReasonTable.Of(reason).Family == ReasonFamily.Content;

    /// <summary>An address in the words, and what stands around it, folded.</summary>
    private sealed class Place(string words, int from, int start, int end)
    {
        public string Address { get; } = words[start..end];

        /// <summary>Up to the address before.</summary>
        public string Lead { get; } = FoldedText.Closed(words.AsSpan(Math.Max(from, start - LookAround)..start));

        public ReadOnlySpan<char> Label => Lead.AsSpan().TrimEnd(Marks);

        /// <summary>Without what closes the address.</summary>
        public ReadOnlySpan<char> Behind => _behind.TrimStart(Closing + Marks);

        public ReadOnlySpan<char> Local => MailAddress.Local(Address);

        /// <summary>True behind a colon: "Recipient: &lt;a@b&gt;".</summary>
        public bool HasColon => Colon.Ends(Lead.AsSpan().TrimEnd(" <\"'"));

        /// <summary>True for Postfix's way to say whom a rule of its own refuses.</summary>
        public bool IsCited => _behind is ['>', ':', ..];

        /// <summary>True for "(SERVFAIL) &lt;a@b&gt;", and nothing behind it.</summary>
        public bool IsInBracketsAtEnd => start > 0 && words[start - 1] is '<' or '(' or '[' && words.AsSpan(end).TrimStart(Closing).IsEmpty;

        /// <summary>True at the head of a reply, of the one too that another cites or that stands in a line of its own: "550 5.1.1 Failed, from MTA: 550 5.1.1 &lt;a@b&gt;: no such user".</summary>
        public bool Opens
        {
            get
            {
                var before = words.AsSpan(0, start).TrimEnd(Marks);
                var codes = before.LastIndexOfAnyExceptInRange(' ', '9') + 1;
                return codes == 0 || (codes >= 2 && before[codes - 1] is ':' or '\n' && ReplyScanner.At(before[codes..].TrimStart(), 0) is not null);
            }
        }

        private readonly string _behind = FoldedText.Closed(words.AsSpan(end, Math.Min(LookAround, words.Length - end)));
    }
}
