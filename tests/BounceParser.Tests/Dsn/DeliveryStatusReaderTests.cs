using System.Diagnostics;
using System.Text;
using BounceParser.Dsn;
using BounceParser.Evidence;
using CsCheck;

namespace BounceParser.Tests.Dsn;

public sealed class DeliveryStatusReaderTests
{
    private const string Group = "Final-Recipient: rfc822; a@dest.example\nAction: failed\nStatus: 5.1.1\n";

    [Fact]
    public void Reads_a_whole_report()
    {
        var report = Read("Reporting-MTA: dns; mail.origin.example\r\nArrival-Date: Tue, 24 Nov 2026 04:02:47 +0100\r\nOriginal-Envelope-Id: a+2Bb\r\n\r\n"
            + "Final-Recipient: rfc822; a@dest.example\r\nOriginal-Recipient: rfc822;b+2Btag@origin.example\r\nAction: delayed\r\nStatus: 4.2.2\r\n"
            + "Remote-MTA: dns; mx.dest.example (192.0.2.7, the server for the domain)\r\nDiagnostic-Code: smtp; 452 4.2.2 Mailbox\r\n full\r\n"
            + "Last-Attempt-Date: Tue, 24 Nov 2026 05:00:00 +0000\r\nWill-Retry-Until: Sun, 29 Nov 2026 05:00:00 +0000\r\n");
        report.ReportingMta.Should().Be("mail.origin.example");
        report.EnvelopeId.Should().Be("a+b");
        report.ArrivalDate.Should().Be(new DateTimeOffset(2026, 11, 24, 4, 2, 47, TimeSpan.FromHours(1)));
        var recipient = report.Recipients.Should().ContainSingle().Subject;
        recipient.FinalRecipient.Should().Be("a@dest.example");
        recipient.OriginalRecipient.Should().Be("b+tag@origin.example");
        recipient.Action.Should().Be(DsnAction.Delayed);
        recipient.Status.Should().Be(new EnhancedStatusCode(4, 2, 2));
        recipient.RemoteMta.Should().Be("mx.dest.example [192.0.2.7]");
        recipient.DiagnosticText.Should().Be("452 4.2.2 Mailbox\nfull");
        recipient.LastAttempt.Should().NotBeNull();
        recipient.WillRetryUntil!.Value.Day.Should().Be(29);
        recipient.Alias.Should().BeNull();
    }

    [Theory]
    [InlineData("rfc822; a@dest.example", "a@dest.example")]
    [InlineData("RFC822;<a@dest.example>", "a@dest.example")]
    [InlineData("a@dest.example", "a@dest.example")]
    [InlineData("rfc822; @one,@two:a@dest.example", "a@dest.example")]
    [InlineData("rfc822; \"a b\"@dest.example", "\"a b\"@dest.example")]
    [InlineData("rfc822; a@dest.example (comment)", "a@dest.example")]
    [InlineData("utf-8; jos\\x{E9}@dest.example", "josé@dest.example")]
    [InlineData("rfc822; local-user", "local-user")]
    [InlineData("x400; /C=FR/ADMD=x/S=martin/", "x400; /C=FR/ADMD=x/S=martin/")]
    [InlineData("rfc822; /G=a/S=b/@gateway.example", "/G=a/S=b/@gateway.example")]
    [InlineData("rfc822; |/usr/bin/filter a@b.example", null)]
    [InlineData("rfc822; @host.example", null)]
    [InlineData("rfc822;", null)]
    [InlineData("rfc822; <>", null)]
    public void Reads_a_recipient(string field, string? address) =>
        Read($"Final-Recipient: {field}\nAction: failed\n").Recipients.Should().ContainSingle().Which.FinalRecipient.Should().Be(address);

    [Theory]
    [InlineData("rfc822;a+2Btag@dest.example", "a+tag@dest.example")]
    [InlineData("rfc822;a+3Db@dest.example", "a=b@dest.example")]
    [InlineData("rfc822;a+tag@dest.example", "a+tag@dest.example")]
    [InlineData("rfc822;a+20@dest.example", "a+20@dest.example")]
    [InlineData("rfc822;a+99@dest.example", "a+99@dest.example")]
    [InlineData("rfc822;jos+C3+A9@dest.example", "josé@dest.example")]
    public void Decodes_an_original_recipient(string field, string address) =>
        Read($"{Group}Original-Recipient: {field}\n").Recipients.Should().ContainSingle().Which.OriginalRecipient.Should().Be(address);

    [Theory]
    [InlineData("failed", DsnAction.Failed)]
    [InlineData("FAILED", DsnAction.Failed)]
    [InlineData("failed (bounced)", DsnAction.Failed)]
    [InlineData("failure", DsnAction.Failed)]
    [InlineData("Delayed", DsnAction.Delayed)]
    [InlineData("relayed (to non-DSN-aware mailer)", DsnAction.Relayed)]
    [InlineData("delivered", DsnAction.Delivered)]
    [InlineData("expanded", DsnAction.Expanded)]
    [InlineData("whatever", null)]
    public void Reads_an_action(string field, DsnAction? action) =>
        Read($"Final-Recipient: rfc822;a@b.example\nAction: {field}\n").Recipients[0].Action.Should().Be(action);

    [Theory]
    [InlineData("5.1.1", "5.1.1")]
    [InlineData("5.1.1 (bad mailbox)", "5.1.1")]
    [InlineData("#5.1.1", "5.1.1")]
    [InlineData("(5.1.1)", "5.1.1")]
    [InlineData("5", null)]
    [InlineData("x", null)]
    public void Reads_a_status(string field, string? status) =>
        Read($"Final-Recipient: rfc822;a@b.example\nStatus: {field}\n").Recipients[0].Status.Should().Be(EnhancedStatusCode.Parse(status));

    [Theory]
    [InlineData("smtp; 550 No", "550 No")]
    [InlineData("smtp;550 No", "550 No")]
    [InlineData("smtp; smtp; 550 No", "550 No")]
    [InlineData("X-Unix; exit 67", "exit 67")]
    [InlineData("x-local; unknown user", "unknown user")]
    [InlineData("550 No; never", "550 No; never")]
    [InlineData("550;No", "550;No")]
    [InlineData("smtp; 550 Adresse erron\xE9\x65", "550 Adresse erronée")]
    [InlineData("smtp;", "")]
    public void Reads_a_diagnostic(string field, string words) =>
        Read($"{Group}Diagnostic-Code: {field}\n").Recipients[0].DiagnosticText.Should().Be(words);

    [Theory]
    [InlineData("X-Supplementary-Info: < #5.1.1 smtp;550 5.1.1 RESOLVER.ADR.RecipNotFound; not found>", "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found")]
    [InlineData("X-SMTP-Response: 550 User unknown", "550 User unknown")]
    [InlineData("X-Spam-Score: 5.1 points", "")]
    [InlineData("X-Display-Name: Martin", "")]
    public void A_missing_diagnostic_is_taken_from_a_programs_own_field(string field, string words) =>
        Read($"{Group}Diagnostic-Code:\n{field}\n").Recipients[0].DiagnosticText.Should().Be(words);

    [Theory]
    [InlineData("Final-Recipient: a@x.example\nAction: failed\n\nFinal-Recipient: b@x.example\nAction: failed\n")]
    [InlineData("Final-Recipient: a@x.example\nAction: failed\nFinal-Recipient: b@x.example\nAction: failed\n")]
    [InlineData("Original-Recipient: o@x.example\nFinal-Recipient: a@x.example\nAction: failed\nOriginal-Recipient: p@x.example\nFinal-Recipient: b@x.example\nAction: failed\n")]
    [InlineData("Action: failed\nFinal-Recipient: a@x.example\n\nAction: failed\nFinal-Recipient: b@x.example\n")]
    [InlineData("Final-Recipient: a@x.example\n\nAction: failed\n\nFinal-Recipient: b@x.example\n\nAction: failed\n")]
    [InlineData("Reporting-MTA: dns; r\n\nFinal-Recipient: a@x.example\nAction: failed\n\nReporting-MTA: dns; r\n\nFinal-Recipient: b@x.example\nAction: failed\n")]
    public void Tells_recipients_apart(string report)
    {
        var recipients = Read(report).Recipients;
        recipients.Select(recipient => recipient.FinalRecipient).Should().Equal("a@x.example", "b@x.example");
        recipients.Should().OnlyContain(recipient => recipient.Action == DsnAction.Failed);
    }

    [Fact]
    public void An_original_recipient_goes_to_the_group_that_it_opens()
    {
        var recipients = Read("Original-Recipient: o@x.example\nFinal-Recipient: a@x.example\nAction: failed\nOriginal-Recipient: p@x.example\nFinal-Recipient: b@x.example\n").Recipients;
        recipients.Select(recipient => recipient.OriginalRecipient).Should().Equal("o@x.example", "p@x.example");
    }

    [Fact]
    public void Fields_of_a_group_may_stand_apart_and_in_any_order()
    {
        var recipient = Read("Status: 5.1.1\n\nAction: failed\n\nDiagnostic-Code: smtp; 550 No\n\nFinal-Recipient: rfc822; a@x.example\n").Recipients.Should().ContainSingle().Subject;
        recipient.Should().BeEquivalentTo(new RecipientEvidence
        {
            FinalRecipient = "a@x.example", Action = DsnAction.Failed, Status = new EnhancedStatusCode(5, 1, 1), DiagnosticText = "550 No",
        });
    }

    [Fact]
    public void A_group_that_names_nobody_counts_only_alone()
    {
        Read("Action: failed\nStatus: 5.1.1\n").Recipients.Should().ContainSingle().Which.FinalRecipient.Should().BeNull();
        Read($"{Group}\nAction: failed\nStatus: 5.0.0\n").Recipients.Should().ContainSingle().Which.FinalRecipient.Should().Be("a@dest.example");
        Read("Reporting-MTA: dns; mail.origin.example\n").Recipients.Should().BeEmpty();
    }

    [Theory]
    [InlineData("rfc822; anna@dest.example", "rfc822; anna@ims-ms-daemon", "anna@dest.example")]
    [InlineData("rfc822;<a.berg@dest.example>", "LOCAL;<anna>", "a.berg@dest.example")]
    [InlineData("rfc822; <anna@dest.example>", "system;<anna@dest.example>", "anna@dest.example")]
    [InlineData("rfc822; anna@dest.example", "rfc822; carla@gate", "carla@gate")]
    [InlineData("rfc822; anna@dest.example", "rfc822; anna@other.example", "anna@other.example")]
    [InlineData("rfc822; anna", "rfc822; anna@gate", "anna@gate")]
    public void A_mailbox_within_a_server_is_nobody_to_write_to(string original, string final, string recipient) =>
        Read($"Reporting-MTA: dns; mx.example\n\nOriginal-Recipient: {original}\nFinal-Recipient: {final}\nAction: failed\n").Recipients.Should().ContainSingle().Which.FinalRecipient.Should().Be(recipient);

    [Theory]
    [InlineData("RFC822; other@far.example", "other@far.example", "a@dest.example")]
    [InlineData("rfc822; A@dest.example", "a@dest.example", null)]
    [InlineData("X-Unix; |/usr/bin/filter", "a@dest.example", null)]
    [InlineData("rfc822; a", "a@dest.example", null)]
    public void Behind_an_alias_the_actual_recipient_is_the_final_one(string actual, string final, string? alias)
    {
        var recipient = Read($"{Group}X-Actual-Recipient: {actual}\n").Recipients.Should().ContainSingle().Subject;
        recipient.FinalRecipient.Should().Be(final);
        recipient.Alias.Should().Be(alias);
    }

    [Fact]
    public void A_quoted_or_indented_report_is_read() =>
        Read("> Final-Recipient: rfc822; a@x.example\n> Action: failed\n> Diagnostic-Code: smtp; 550\n>   No such user\n").Recipients
            .Should().ContainSingle().Which.DiagnosticText.Should().Be("550\nNo such user");

    [Fact]
    public void How_long_it_is_tried_may_stand_before_the_recipient() =>
        Read("Reporting-MTA: dns; mx.example\n\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Sun, 29 Nov 2026 05:00:00 +0000\n\nFinal-Recipient: rfc822; anna@dest.example\n").Recipients
            .Should().ContainSingle().Which.WillRetryUntil.Should().Be(new DateTimeOffset(2026, 11, 29, 5, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Reading_ends_behind_the_limit_and_it_is_told()
    {
        var report = Read(string.Concat(Enumerable.Range(0, 100).Select(i => $"Final-Recipient: rfc822; u{i}@x.example\n\n")), new BounceParserOptions { MaxRecipients = 10 });
        report.Recipients.Count.Should().BeInRange(11, 12);
        report.IsTruncated.Should().BeTrue();
    }

    [Theory]
    [InlineData("text\n  Final-Recipient: rfc822; a@b.example\n  Status: 5.1.1", true)]
    [InlineData("Final-Recipient: rfc822; a@b.example", false)]
    [InlineData("Status: 5.1.1", false)]
    [InlineData("", false)]
    public void Knows_fields_in_a_text(string text, bool has) => DeliveryStatusReader.HasFields(text).Should().Be(has);

    [Theory]
    [InlineData("Diagnostic-Code: x\n")]
    [InlineData("Final-Recipient: a\n")]
    [InlineData("Original-Recipient: a+2B\n")]
    [InlineData(" \n")]
    [InlineData(" a\n")]
    [InlineData("\\x{")]
    public void A_million_times_the_same_is_read_in_one_pass(string piece)
    {
        var report = Group + new StringBuilder().Insert(0, piece, 1_000_000);
        var watch = Stopwatch.StartNew();
        Read(report).Recipients.Count.Should().BeLessThanOrEqualTo(10_002);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Random_bytes_are_answered() =>
        Gen.Byte.Array[0, 500].Sample(bytes => DeliveryStatusReader.Read((byte[])[.. "Final-Recipient: "u8, .. bytes], new BounceParserOptions()).Should().NotBeNull(), iter: 2_000);

    private static BounceEvidence Read(string report, BounceParserOptions? options = null) =>
        DeliveryStatusReader.Read(Encoding.Latin1.GetBytes(report), options ?? new BounceParserOptions());
}
