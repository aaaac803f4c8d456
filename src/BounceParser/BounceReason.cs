namespace BounceParser;

/// <summary>Why a recipient did not get the mail. Each value excludes the others.</summary>
/// <remarks>Numbers are never reused; members may be added in minor versions. Zero is the harmless value.</remarks>
public enum BounceReason
{
    /// <summary>No rule understood the text; it is kept whole.</summary>
    Undetermined = 0,

    /// <summary>The mailbox does not exist at that domain.</summary>
    UserUnknown = 1,

    /// <summary>The address is malformed or ambiguous, whatever mailbox was meant.</summary>
    RecipientAddressInvalid = 2,

    /// <summary>The mailbox exists but is closed, suspended or inactive.</summary>
    MailboxDisabled = 3,

    /// <summary>The mailbox is over its quota.</summary>
    MailboxFull = 4,

    /// <summary>The user has moved to another address, or the mailbox has another owner.</summary>
    MailboxMoved = 5,

    /// <summary>The recipient's own settings refuse this sender or message.</summary>
    RecipientFiltered = 6,

    /// <summary>A group or list accepts mail only from members or named senders.</summary>
    PostingNotAllowed = 7,

    /// <summary>Never attempted: the address is on the sending service's own suppression list.</summary>
    SuppressedBySender = 8,

    /// <summary>An authoritative answer: no such domain.</summary>
    DomainUnknown = 9,

    /// <summary>The domain says that it takes no mail (null MX, 556; 521 only with words that say so: providers use it for blocks).</summary>
    DomainAcceptsNoMail = 10,

    /// <summary>The names in the domain's DNS do not lead to a mail server, or the lookup failed (SERVFAIL, 4.4.3, x.4.4).</summary>
    DnsFailure = 11,

    /// <summary>No conversation with the server: refused, unreachable, timed out, dropped.</summary>
    ConnectionFailed = 12,

    /// <summary>The message went round in circles.</summary>
    RoutingLoop = 13,

    /// <summary>The queue gave up, and the text does not say why the attempts failed.</summary>
    DeliveryExpired = 14,

    /// <summary>TLS failed: the server offered it and could not speak it, or requires it and the sender did not use it.</summary>
    TlsFailed = 15,

    /// <summary>This server does not carry that sender's mail to that domain: situations submission-not-authenticated and recipient-domain-not-hosted.</summary>
    RelayDenied = 16,

    /// <summary>The server wants a login first, or refused the one given.</summary>
    AuthenticationRequired = 17,

    /// <summary>The envelope sender's address is refused there.</summary>
    SenderRejected = 18,

    /// <summary>The sender's domain does not exist or cannot receive mail.</summary>
    SenderDomainInvalid = 19,

    /// <summary>The sender's own account is blocked or over its limits, often because it was abused (Microsoft 5.1.8, Cox CXTHRT).</summary>
    SenderAccountBlocked = 20,

    /// <summary>SPF, DKIM, DMARC or ARC did not pass.</summary>
    SenderUnauthenticated = 21,

    /// <summary>The sending IP has no (matching) reverse name, or its HELO name is wrong.</summary>
    ReverseDnsMissing = 22,

    /// <summary>The sending IP is listed, blocked or of bad repute there.</summary>
    IpBlocked = 23,

    /// <summary>The sender's domain or mail address is listed or of bad repute there.</summary>
    PoorReputation = 24,

    /// <summary>Too much mail or too many connections in too short a time.</summary>
    RateLimited = 25,

    /// <summary>An unknown sender is asked to come back later.</summary>
    Greylisted = 26,

    /// <summary>A rule of that site refuses the message, and no finer reason is known.</summary>
    PolicyRejected = 27,

    /// <summary>More recipients in one message than that server takes.</summary>
    TooManyRecipients = 28,

    /// <summary>The content was judged to be spam or phishing (a listed URL in it: situation url-blocklisted).</summary>
    SpamDetected = 29,

    /// <summary>Malware was found in the message.</summary>
    VirusDetected = 30,

    /// <summary>An attachment type, a header or a form of content is refused.</summary>
    ContentRejected = 31,

    /// <summary>The message is larger than the server or the mailbox takes.</summary>
    MessageTooLarge = 32,

    /// <summary>The message does not follow the format rules (RFC 5322, bare LF, duplicate headers).</summary>
    NotCompliant = 33,

    /// <summary>The other server lacks what this message needs: SMTPUTF8, 8BITMIME, REQUIRETLS.</summary>
    FeatureNotSupported = 34,

    /// <summary>The server's disk or queue is full.</summary>
    SystemFull = 35,

    /// <summary>The server takes no mail at the moment: maintenance, overload, shutdown.</summary>
    SystemUnavailable = 36,

    /// <summary>The receiving system is misconfigured or failed (5.2.4: situation list-expansion-failed).</summary>
    SystemError = 37,

    /// <summary>The two programs did not understand each other's SMTP.</summary>
    ProtocolError = 38,

    /// <summary>The program that files the mail (pipe, filter, procmail) failed.</summary>
    DeliveryAgentFailed = 39,

    /// <summary>A success report: delivered, relayed or expanded.</summary>
    Delivered = 40,

    /// <summary>The recipient reported the mail as abuse (RFC 5965).</summary>
    Complaint = 41,

    /// <summary>An automatic reply: absence, acknowledgement, ticket.</summary>
    AutoReply = 42,

    /// <summary>The recipient's filter wants the sender to prove being a person.</summary>
    ChallengeResponse = 43,
}
