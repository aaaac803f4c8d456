namespace BounceParser.Tests.Support;

/// <summary>Facts for advice: none, each one alone, all together.</summary>
internal static class EveryFact
{
    public static SendingService Service { get; } = new()
    {
        Host = "smtp.origin.example", Port = 587, Security = "STARTTLS", LoginForm = "user%domain", PopBeforeSmtpMinutes = 60,
        PopHost = "pop.origin.example", ImapHost = "imap.origin.example", PollingMinutes = 5, SizeLimit = 10 << 20,
        QueueLifetime = TimeSpan.FromHours(24), SupportAddress = "support@origin.example",
    };

    public static IReadOnlyList<DiagnosisFacts> AloneAndTogether { get; } =
    [
        DiagnosisFacts.None,
        new() { IpAddress = "192.0.2.7" },
        new() { Blocklist = "bl.list.example" },
        new() { Url = "https://list.example/lookup" },
        new() { MessageSize = 20 << 20 },
        new() { SizeLimit = 10 << 20 },
        new() { Quota = 100 << 20 },
        new() { RetryAfter = TimeSpan.FromMinutes(5) },
        new() { NewAddress = "anna@new.example" },
        new() { Host = "mx.dest.example" },
        new() { RecordType = "MX" },
        new() { TlsError = "wrong version number" },
        new() { Sender = "bob@origin.example" },
        new() { Expired = true },
        new() { Attempts = 12 },
        new() { ProviderCode = "OFR_506" },
        new()
        {
            IpAddress = "192.0.2.7", Blocklist = "bl.list.example", Url = "https://list.example/lookup", MessageSize = 20 << 20, SizeLimit = 10 << 20,
            Quota = 100 << 20, RetryAfter = TimeSpan.FromMinutes(5), NewAddress = "anna@new.example", Host = "mx.dest.example", RecordType = "MX",
            TlsError = "wrong version number", Sender = "bob@origin.example", Expired = true, Attempts = 12, ProviderCode = "OFR_506",
        },
    ];
}
