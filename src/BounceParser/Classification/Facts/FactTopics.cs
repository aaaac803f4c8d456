namespace BounceParser.Classification.Facts;

/// <summary>Which facts belong to a reason: an address or a host means nothing by itself.</summary>
internal static class FactTopics
{
    [Flags]
    public enum Topic
    {
        None = 0,
        Reputation = 1,
        Sender = 2,
        Dns = 4,
        Tls = 8,
        Move = 16,
    }

    public static Topic Of(BounceReason reason) => reason switch
    {
        BounceReason.MailboxMoved => Topic.Move,
        BounceReason.TlsFailed => Topic.Tls,
        BounceReason.DnsFailure or BounceReason.DomainUnknown or BounceReason.DomainAcceptsNoMail => Topic.Dns,
        BounceReason.ReverseDnsMissing => Topic.Reputation | Topic.Dns,
        BounceReason.SenderDomainInvalid => Topic.Reputation | Topic.Sender | Topic.Dns,
        BounceReason.SenderRejected or BounceReason.SenderUnauthenticated or BounceReason.SenderAccountBlocked or BounceReason.AuthenticationRequired
            => Topic.Reputation | Topic.Sender,
        BounceReason.IpBlocked or BounceReason.PoorReputation or BounceReason.RateLimited or BounceReason.Greylisted or BounceReason.PolicyRejected
            or BounceReason.RelayDenied or BounceReason.TooManyRecipients or BounceReason.SpamDetected or BounceReason.ContentRejected or BounceReason.Undetermined
            or BounceReason.SystemUnavailable => Topic.Reputation,
        _ => Topic.None,
    };
}
