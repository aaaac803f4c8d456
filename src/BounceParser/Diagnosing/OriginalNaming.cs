using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Tells the address that the sender wrote, where the report does not: the one coded into the return path, or the one that forwarded the mail.</summary>
internal static class OriginalNaming
{
    // Where a server that hands on a mail notes the address that it came for.
    private static readonly string[] Traces = ["x-original-to", "delivered-to"];

    public static BounceEvidence Complete(BounceEvidence evidence, ReturnedMessage? returned, ReturnPath? path)
    {
        if (evidence.Recipients is not [var only] || only.OriginalRecipient is not null || only.Alias is not null) return evidence;
        return (path?.Recipient ?? Forwarded(returned)) is { } original ? evidence with { Recipients = [only with { OriginalRecipient = original }] } : evidence;
    }

    // The last is the first that was written. A list keeps the traces of how the mail came to it: those tell nothing of a recipient.
    private static string? Forwarded(ReturnedMessage? returned)
    {
        if (returned is null || returned.Header("list-id") is not null || returned.Header("list-unsubscribe") is not null) return null;
        foreach (var field in Traces)
            if (returned.Headers(field).LastOrDefault() is { } trace && AddressLine.Alone(trace) is { } address) return address;
        return null;
    }
}
