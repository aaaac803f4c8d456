using BounceParser.Classification;
using BounceParser.Tests.Support;
using CsCheck;

namespace BounceParser.Tests.Classification;

/// <summary>What facts are found in the words of real servers, and what is taken for none.</summary>
public sealed class FactReaderTests
{
    [Theory]
    [InlineData("554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.7", "192.0.2.7", "zen.spamhaus.org", "https://www.spamhaus.org/query/ip/192.0.2.7")]
    [InlineData("550 5.7.1 Service unavailable, Client host [2001:db8::7] blocked using Spamhaus. To request removal see https://www.spamhaus.org/lookup/ (AS3130)", "2001:db8::7", null, "https://www.spamhaus.org/lookup/")]
    [InlineData("554 mail.origin.example[192.0.2.7]: Client host rejected: blocked by bl.spamcop.net", "192.0.2.7", "bl.spamcop.net", null)]
    [InlineData("550 5.7.1 Client host mail.origin.example[192.0.2.7] rejected: listed in b.barracudacentral.org", "192.0.2.7", "b.barracudacentral.org", null)]
    [InlineData("Refused. Your IP address is listed in the RBL at dnsbl.sorbs.net", null, "dnsbl.sorbs.net", null)]
    [InlineData("550 Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=192.0.2.7 [102]", "192.0.2.7", null, "http://csi.cloudmark.com/reset-request/?ip=192.0.2.7")]
    [InlineData("sorry, your IP address (192.0.2.7) PTR (reverse DNS) record points to wrong hostname (#5.7.1)", "192.0.2.7", null, null)]
    [InlineData("451 4.7.650 The mail server [192.0.2.10] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775)", "192.0.2.10", null, "https://postmaster.live.com")]
    [InlineData("421 4.7.0 [TSS04] Messages from 192.0.2.7 temporarily deferred due to user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes", "192.0.2.7", null, "https://postmaster.yahooinc.com/error-codes")]
    [InlineData("550 5.1.1 User unknown (mx.dest.example [198.51.100.3])", null, null, null)]
    [InlineData("554 5.7.1 spam rejected by mx1.dest.example [198.51.100.3]", null, null, null)]
    [InlineData("553 5.3.0 dest.example DNSBL:RBL 521< 192.0.2.7 >_is_blocked. See www.att.example/block.", "192.0.2.7", null, "www.att.example/block")]
    [InlineData("550 blocked at 12:34:56, code 5.7.1.12345", null, null, null)]
    [InlineData("421 4.7.0 192.0.2.7 Too many messages from this IP, please slow down", "192.0.2.7", null, null)]
    [InlineData("554 mx.dest.example dest 192.0.2.7 found on one or more DNSBLs", "192.0.2.7", null, null)]
    [InlineData("550 rejected: 127.0.0.4 answered", null, null, null)]
    public void Blocked_address_list_and_page(string text, string? address, string? list, string? url)
    {
        var facts = Read(text, BounceReason.IpBlocked);

        (facts.IpAddress, facts.Blocklist, facts.Url).Should().Be((address, list, url));
    }

    [Theory]
    [InlineData("552 5.3.4 Message size 20971520 exceeds fixed limit 10485760", 20971520L, 10485760L, null)]
    [InlineData("message size 20971520 exceeds size limit 10240000 of server mx.dest.example[192.0.2.1]", 20971520L, 10240000L, null)]
    [InlineData("552 5.2.3 <a@dest.example>: Message size exceeds the limit of this mailbox (10240 KB)", null, 10485760L, null)]
    [InlineData("Sorry, I don't accept messages larger than 40000 bytes (#5.2.3)", null, 40000L, null)]
    [InlineData("552 Your message is 25.5 MB, the maximum size is 10 MB", 26738688L, 10485760L, null)]
    [InlineData("552 La taille du message (12 Mo) dépasse la limite autorisée (10 Mo)", 12582912L, 10485760L, null)]
    [InlineData("552 Message de 12,5 Mo refusé, taille maximale : 10 Mo", 13107200L, 10485760L, null)]
    [InlineData("552 5.2.2 Mailbox quota of 100 MB exceeded", null, null, 104857600L)]
    [InlineData("552 5.2.2 Mailbox quota of 1,024 MB exceeded", null, null, 1073741824L)]
    [InlineData("552 5.2.2 Mailbox quota of 0.512 MB exceeded", null, null, 536870L)]
    [InlineData("552 Boîte pleine, quota : 500 Mo", null, null, 524288000L)]
    [InlineData("552 Quota exceeded (52428800 bytes)", null, null, 52428800L)]
    [InlineData("552 5.3.4 message size 20,971,520 bytes is over the 10M limit", 20971520L, 10485760L, null)]
    [InlineData("552 5.3.4 Größe der Nachricht 20 971 520 Bytes überschreitet das Maximum von 10.240 KB", 20971520L, 10485760L, null)]
    [InlineData("Mailbox quota exceeded, 102400 KB used", null, null, null)]
    [InlineData("552 5.2.3 Message is too large; 10000000 bytes max", null, 10000000L, null)]
    [InlineData("550 5.1.1 <a1024@size.example>: user is over quota", null, null, null)]
    [InlineData("452 4.3.1 size limit reached, error 1034, see page 20", null, null, null)]
    [InlineData("550 5.2.2 over quota since 2026-11-25", null, null, null)]
    public void Sizes_in_bytes(string text, long? size, long? limit, long? quota)
    {
        var facts = Read(text, BounceReason.MessageTooLarge);

        (facts.MessageSize, facts.SizeLimit, facts.Quota).Should().Be((size, limit, quota));
    }

    [Theory]
    [InlineData("450 4.7.1 Greylisted, try again in 5 minutes", 300, null)]
    [InlineData("451 4.7.1 Greylisting in action, please come back in 00:04:37", 277, null)]
    [InlineData("451 greylisted for 300 seconds", 300, null)]
    [InlineData("421 Trop de connexions, réessayez dans 2 heures", 7200, null)]
    [InlineData("450 Please wait 120s before you retry", 120, null)]
    [InlineData("450 try again later", null, null)]
    [InlineData("Delivery expired: gave up after 12 attempts in 5 days", null, 12)]
    [InlineData("tried 7 times, will keep trying for 4 days", null, 7)]
    [InlineData("after 3 failed delivery attempts", null, 3)]
    [InlineData("421 limited to 20 attempts per hour", null, null)]
    [InlineData("Will retry for 5 days", null, null)]
    public void Times_and_tries(string text, int? seconds, int? attempts)
    {
        var facts = Read(text, BounceReason.Undetermined);

        (facts.RetryAfter?.TotalSeconds, facts.Attempts).Should().Be((seconds, attempts));
    }

    [Theory]
    [InlineData("551 5.1.6 User not local; please try <paul.brun@new.example>", BounceReason.MailboxMoved, "paul.brun@new.example", null)]
    [InlineData("550 <paul@dest.example> has moved to paul@new.example.", BounceReason.MailboxMoved, "paul@new.example", null)]
    [InlineData("550 unknown user, please try postmaster@dest.example", BounceReason.UserUnknown, null, null)]
    [InlineData("450 4.1.8 <anna@origin.example>: Sender address rejected: Domain not found", BounceReason.SenderDomainInvalid, null, "anna@origin.example")]
    [InlineData("Non-existing DNS_MX: MAIL FROM:<anna@origin.exmaple>", BounceReason.SenderDomainInvalid, null, "anna@origin.exmaple")]
    [InlineData("550 5.7.23 spf=fail smtp.mailfrom=anna@origin.example", BounceReason.SenderUnauthenticated, null, "anna@origin.example")]
    [InlineData("550 <paul@dest.example>: Recipient address rejected: sender not allowed", BounceReason.SenderRejected, null, null)]
    [InlineData("550 5.1.1 <paul@dest.example>: user unknown", BounceReason.UserUnknown, null, null)]
    public void New_address_and_refused_sender(string text, BounceReason reason, string? moved, string? sender)
    {
        var facts = Read(text, reason);

        (facts.NewAddress, facts.Sender).Should().Be((moved, sender));
    }

    [Theory]
    [InlineData("Host or domain name not found. Name service error for name=mx2.dest.example type=AAAA: Host found but no data record of requested type", BounceReason.DnsFailure, "mx2.dest.example", "AAAA")]
    [InlineData("Name service error for mx2.dest.example: Host found but no data record of requested type", BounceReason.DnsFailure, "mx2.dest.example", null)]
    [InlineData("Sorry, I couldn't find any host named dest.exmaple. (#5.1.2)", BounceReason.DomainUnknown, "dest.exmaple", null)]
    [InlineData("550 Domain nowhere.example does not exist", BounceReason.DomainUnknown, "nowhere.example", null)]
    [InlineData("550 5.1.8 sorry, no MX record for origin.example", BounceReason.SenderDomainInvalid, "origin.example", "MX")]
    [InlineData("550 no PTR record for you", BounceReason.ReverseDnsMissing, null, "PTR")]
    [InlineData("host mx.dest.example said: 550 A user", BounceReason.DnsFailure, null, null)]
    public void Missing_record_of_a_host(string text, BounceReason reason, string? host, string? type)
    {
        var facts = Read(text, reason);

        (facts.Host, facts.RecordType).Should().Be((host, type));
    }

    [Theory]
    [InlineData("TLS not available: connect failed: error:00000000:lib(0):func(0):reason(0)", "error:00000000:lib(0):func(0):reason(0)")]
    [InlineData("TLS connect failed: error:0A000086:SSL routines::certificate verify failed; connecting to 192.0.2.1.", "error:0A000086:SSL routines::certificate verify failed")]
    [InlineData("Server certificate not verified: certificate has expired. Try later.", "certificate has expired")]
    [InlineData("TLS is required, but was not offered", null)]
    public void Words_of_the_tls_library(string text, string? error) => Read(text, BounceReason.TlsFailed).TlsError.Should().Be(error);

    [Theory]
    [InlineData("550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]", "ofr_506")]
    [InlineData("550 5.5.0 Adresse invalide. LPN007_416", "LPN007_416")]
    [InlineData("550 5.7.1 IP listed LPNAAA_101", "LPNAAA_101")]
    [InlineData("450 4.7.1 Service refused due to bad behavior (SFR_IN_101)", "SFR_IN_101")]
    [InlineData("421 4.7.0 [TSS04] Messages from 192.0.2.7 temporarily deferred", "TSS04")]
    [InlineData("550 5.7.1 part of their network is on our block list (S3140).", "S3140")]
    [InlineData("550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", "AS(201806281)")]
    [InlineData("550 5.1.0 sender rejected. AUP#In-1310", "AUP#In-1310")]
    [InlineData("554 cxr.mx.a.cloudfilter.example cox 192.0.2.7 blocked. CXBL", "CXBL")]
    [InlineData("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", "RESOLVER.ADR.RecipientNotFound")]
    [InlineData("550-5.1.1 see https://support.google.com/mail/?p=NoSuchUser a1-20020a05 - gsmtp", "NoSuchUser")]
    [InlineData("554 5.7.1 POL-P1 http://postmaster.facebook.example/", "POL-P1")]
    [InlineData("550 5.1.1 S3cret policy, msg-id DNS-based list, MS3140", null)]
    [InlineData("lpn-prd-vrin012 Error: too many errors", null)]
    public void Codes_of_providers(string text, string? code) => Read(text, BounceReason.Undetermined).ProviderCode.Should().Be(code);

    [Theory]
    [InlineData("550 5.1.1 <someone@mail.example>: Recipient address rejected: User unknown in virtual mailbox table")]
    [InlineData("554 5.7.1 Message rejected as it looks like spam")]
    [InlineData("Sorry, no mailbox here by that name. vpopmail (#5.1.1)")]
    public void Text_without_facts_allocates_nothing(string text)
    {
        Read(text, BounceReason.UserUnknown).Should().BeSameAs(DiagnosisFacts.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text, BounceReason.UserUnknown);
        GC.GetAllocatedBytesForCurrentThread().Should().Be(before);
    }

    [Fact]
    public void Comment_gives_no_address_or_page_of_the_sender()
    {
        var facts = FactReader.Read("554 5.7.1 blocked", "host mx.dest.example[198.51.100.3] said, see http://mx.dest.example/, after 3 attempts", BounceReason.IpBlocked, expired: true);

        facts.Should().Be(new DiagnosisFacts { Expired = true, Attempts = 3 });
    }

    /// <summary>Each text fact is a piece of what was read, whatever was read.</summary>
    [Fact]
    public void Each_text_fact_is_a_piece_of_the_text()
    {
        var words = Choice.Of(
            "550", "5.7.1", "blocked", "using", "zen.spamhaus.org", "[192.0.2.7]", "2001:db8::7", "size", "limit", "quota", "10 Mo", "20971520", "exceeds", "try", "again", "in", "5 minutes", "00:04:37", "after", "3 attempts",
            "has moved to", "<anna@origin.example>", "sender", "MAIL FROM:", "no MX record for", "type=AAAA", "error:0A000086:SSL routines::x", ";", ".", ",", "https://x.example/?p=(1)", "www.y.example", "OFR_506", "[TSS04]",
            "AS(1430)", "é", "\n", "\u00A0", "İ", "@", "=", ":", "host", "#", "-", "9999999999999999999999", "1.2.3.4.5.6", "::::", "(", ")");
        var texts = words.List[0, 14].Select(Choice.Of(" ", "", " ")).Select((list, gap) => string.Join(gap, list));
        Gen.Select(texts, texts, Gen.Enum<BounceReason>()).Sample((text, comment, reason) =>
        {
            var facts = FactReader.Read(text, comment, reason, expired: false);
            foreach (var fact in (string?[])[facts.IpAddress, facts.Blocklist, facts.Url])
                if (fact is not null && !text.Contains(fact, StringComparison.Ordinal)) return false;
            foreach (var fact in (string?[])[facts.NewAddress, facts.Sender, facts.Host, facts.RecordType, facts.TlsError, facts.ProviderCode])
                if (fact is not null && !text.Contains(fact, StringComparison.Ordinal) && !comment.Contains(fact, StringComparison.Ordinal)) return false;
            return facts.MessageSize is not < 0 && facts.SizeLimit is not < 0 && facts.Quota is not < 0 && facts.RetryAfter is not { Ticks: < 0 };
        });
    }

    private static DiagnosisFacts Read(string text, BounceReason reason) => FactReader.Read(text, [], reason, expired: false);
}
