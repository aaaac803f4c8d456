using BounceParser.Evidence;
using BounceParser.Mime;
using MimeKit;

namespace BounceParser.Diagnosing;

/// <summary>Names recipients that the words of a bounce leave unnamed, from its headers or from the returned message.</summary>
internal static class RecipientNaming
{
    private const int LongestField = 4_096;
    private const int LeastText = 4_096;

    public static BounceEvidence Complete(BounceEvidence evidence, BounceMessage mail, ReturnedMessage? returned, BounceParserOptions options)
    {
        if (evidence.Recipients.Any(recipient => recipient.FinalRecipient is not null)) return evidence;
        var source = RecipientSource.FailedRecipientsHeader;
        var named = Addresses(mail.Headers("x-failed-recipients"));
        if (named.Count == 0) (named, source) = (Only(Addresses(returned?.Headers("to") ?? [])), RecipientSource.ReturnedMessage);
        if (named.Count == 0) return evidence;
        var count = Math.Min(named.Count, options.MaxRecipients);
        var unnamed = Shared(evidence.Recipients.Count > 0 ? evidence.Recipients[0] : new RecipientEvidence { Comment = mail.Text }, count, options, out var isCut);
        return evidence with
        {
            Recipients = [.. named.Take(count).Select(address => unnamed with { FinalRecipient = address, Source = source })],
            IsTruncated = isCut || count < named.Count,
        };
    }

    // All of them have the same words, and each is judged by them: together no more than one text may hold.
    private static RecipientEvidence Shared(RecipientEvidence unnamed, int count, BounceParserOptions options, out bool isCut)
    {
        var longest = Math.Max(LeastText, options.MaxTextBytes / Math.Max(count, 1));
        isCut = count > 1 && (unnamed.DiagnosticText.Length > longest || unnamed.Comment.Length > longest);
        return isCut ? unnamed with { DiagnosticText = Cut(unnamed.DiagnosticText, longest), Comment = Cut(unnamed.Comment, longest) } : unnamed;
    }

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;

    // Of several addresses nobody knows which one failed.
    private static List<string> Only(List<string> addresses) => addresses.Count == 1 ? addresses : [];

    private static List<string> Addresses(IEnumerable<string> fields)
    {
        var addresses = new List<string>();
        foreach (var field in fields)
        {
            if (InternetAddressList.TryParse(Cut(field, LongestField), out var list))
                addresses.AddRange(list.Mailboxes.Select(mailbox => mailbox.Address).Where(address => address.Contains('@')));
        }

        return addresses;
    }
}
