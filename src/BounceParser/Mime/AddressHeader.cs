using MimeKit;

namespace BounceParser.Mime;

/// <summary>Reads header fields that list addresses (RFC 5322 section 3.4).</summary>
internal static class AddressHeader
{
    /// <summary>The addresses in order, without names; a field that is no list gives none.</summary>
    public static List<string> Read(IEnumerable<string> fields)
    {
        var addresses = new List<string>();
        foreach (var field in fields)
        {
            if (InternetAddressList.TryParse(field, out var list))
                addresses.AddRange(list.Mailboxes.Select(mailbox => mailbox.Address).Where(address => address.Contains('@')));
        }

        return addresses;
    }
}
