using BounceParser.Evidence;
using BounceParser.Mime;
using MimeKit;

namespace BounceParser.Diagnosing;

/// <summary>Names recipients that the words of a bounce leave unnamed, from its headers or from the returned message.</summary>
internal static class RecipientNaming
{
    private const int LongestField = 4_096;

    public static BounceEvidence Complete(BounceEvidence evidence, BounceMessage mail, ReturnedMessage? returned)
    {
        if (evidence.Recipients.Any(recipient => recipient.FinalRecipient is not null)) return evidence;
        var source = RecipientSource.FailedRecipientsHeader;
        var named = Addresses(mail.Headers("x-failed-recipients"));
        if (named.Count == 0) (named, source) = (Only(Addresses(returned?.Headers("to") ?? [])), RecipientSource.ReturnedMessage);
        if (named.Count == 0) return evidence;
        var unnamed = evidence.Recipients.Count > 0 ? evidence.Recipients[0] : new RecipientEvidence { Comment = mail.Text };
        return evidence with { Recipients = [.. named.Select(address => unnamed with { FinalRecipient = address, Source = source })] };
    }

    // Of several addresses nobody knows which one failed.
    private static List<string> Only(List<string> addresses) => addresses.Count == 1 ? addresses : [];

    private static List<string> Addresses(IEnumerable<string> fields)
    {
        var addresses = new List<string>();
        foreach (var field in fields)
        {
            var cut = field.Length > LongestField ? field[..LongestField] : field;
            if (InternetAddressList.TryParse(cut, out var list))
                addresses.AddRange(list.Mailboxes.Select(mailbox => mailbox.Address).Where(address => address.Contains('@')));
        }

        return addresses;
    }
}
