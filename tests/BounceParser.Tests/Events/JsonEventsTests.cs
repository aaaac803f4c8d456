using BounceParser.Events;
using BounceParser.Evidence;

namespace BounceParser.Tests.Events;

/// <summary>What the members of a service's JSON say, whatever they are called and wherever they stand.</summary>
public sealed class JsonEventsTests
{
    private static readonly BounceParserOptions Options = new();

    [Theory]
    [InlineData("{\"type\":\"Bounce\",\"recipient\":\"a@b.org\",\"queue\":\"b.org\",\"response\":{\"code\":550,\"enhanced_code\":{\"class\":5,\"subject\":1,\"detail\":1},\"content\":\"gone\",\"command\":\"RCPT TO:<a@b.org>\\r\\n\"},\"peer_address\":{\"name\":\"mx.b.org.\",\"addr\":\"192.0.2.1\"}}",
        "kumomta", DsnAction.Failed, "a@b.org", null, "mx.b.org", "550 5.1.1 gone")]
    [InlineData("{\"type\":\"TransientFailure\",\"recipient\":[\"a@b.org\"],\"response\":{\"code\":451,\"enhanced_code\":null,\"content\":\"4.7.1 later\",\"command\":null},\"peer_address\":null}",
        "kumomta", DsnAction.Delayed, "a@b.org", null, null, "451 4.7.1 later")]
    [InlineData("{\"type\":\"Delivery\",\"recipient\":\"a@b.org\",\"response\":{\"code\":250,\"enhanced_code\":null,\"content\":\"ok\"},\"peer_address\":{\"name\":\"mx.b.org\"}}", "kumomta", DsnAction.Relayed, "a@b.org", null, "mx.b.org", "250 ok")]
    [InlineData("{\"RecordType\":\"Bounce\",\"MessageStream\":\"o\",\"Type\":\"HardBounce\",\"Details\":\"smtp;550 5.1.1 gone\",\"Email\":\"a@b.org\"}", "postmark", DsnAction.Failed, "a@b.org", null, null, "smtp;550 5.1.1 gone")]
    [InlineData("[{\"email\":\"a@b.org\",\"status\":\"rejected\",\"reject_reason\":\"hard-bounce\",\"_id\":\"1\"}]", "mandrill", DsnAction.Failed, "a@b.org", null, null, "")]
    [InlineData("[{\"event\":\"soft_bounce\",\"msg\":{\"email\":\"a@b.org\",\"diag\":\"552 5.2.2 full\"},\"_id\":\"1\"}]", "mandrill", DsnAction.Failed, "a@b.org", null, null, "552 5.2.2 full")]
    [InlineData("[{\"email\":\"a@b.org\",\"event\":\"bounce\",\"sg_event_id\":\"1\",\"reason\":\"550 gone\",\"status\":\"5.1.1\"}]", "sendgrid", DsnAction.Failed, "a@b.org", "5.1.1", null, "550 gone")]
    [InlineData("{\"event-data\":{\"event\":\"failed\",\"severity\":\"temporary\",\"recipient\":\"a@b.org\",\"delivery-status\":{\"code\":450,\"message\":\"busy\",\"mx-host\":\"mx.b.org\"}}}", "mailgun", DsnAction.Delayed, "a@b.org", null, "mx.b.org", "450 busy")]
    [InlineData("[{\"msys\":{\"message_event\":{\"type\":\"out_of_band\",\"rcpt_to\":\"a@b.org\",\"error_code\":\"550\",\"reason\":\"gone\"}}}]", "sparkpost", DsnAction.Failed, "a@b.org", null, null, "550 gone")]
    [InlineData("{\"event\":\"sent\",\"email\":\"a@b.org\",\"mj_contact_id\":1,\"smtp_reply\":\"250 ok\"}", "mailjet", DsnAction.Delivered, "a@b.org", null, null, "250 ok")]
    [InlineData("{\"event\":\"deferred\",\"email\":\"a@b.org\",\"message-id\":\"<1>\",\"ts_event\":1,\"reason\":\"421 busy\"}", "brevo", DsnAction.Delayed, "a@b.org", null, null, "421 busy")]
    [InlineData("{\"type\":\"email.bounced\",\"data\":{\"created_at\":\"x\",\"email_id\":\"1\",\"to\":[\"a@b.org\"],\"bounce\":{\"message\":\"550 gone\"}}}", "resend", DsnAction.Failed, "a@b.org", null, null, "550 gone")]
    [InlineData("{\"TransactionID\":\"1\",\"MsgID\":\"2\",\"To\":\"a@b.org\",\"EventType\":\"FailedAttempt\",\"Message\":\"421 busy\"}", "elastic-email", DsnAction.Delayed, "a@b.org", null, null, "421 busy")]
    [InlineData("{\"event\":\"bounce\",\"rcpt\":\"a@b.org\",\"recipients\":[\"c@d.org\"],\"email_id\":\"1\",\"message\":\"550 gone\"}", "smtp2go", DsnAction.Failed, "a@b.org", null, null, "550 gone")]
    [InlineData("{\"eventType\":\"DeliveryDelay\",\"mail\":{},\"deliveryDelay\":{\"delayedRecipients\":[{\"emailAddress\":\"a@b.org\",\"status\":\"4.2.1\",\"diagnosticCode\":\"421 busy\"}]}}", "amazon-sns", DsnAction.Delayed, "a@b.org", "4.2.1", null, "421 busy")]
    [InlineData("{\"status\":\"failed\",\"mail_to\":\"c@d.org\",\"Rcpt-To\":\"a@b.org\",\"smtp_response\":\"550 gone\"}", null, DsnAction.Failed, "a@b.org", null, null, "550 gone")]
    [InlineData("status=Error&to=a%40b.org&channel=news&transaction=1&category=NoMailbox&subject=Your+order", "elastic-email", DsnAction.Failed, "a@b.org", null, null, "")]
    [InlineData("event=bounced&recipient=a%40b.org&domain=d.org&code=550&error=5.1.1+gone%0Aget+help&body-plain=", null, DsnAction.Failed, "a@b.org", null, null, "550 5.1.1 gone\nget help")]
    [InlineData("mandrill_events=%5B%7B%22event%22%3A%22soft_bounce%22%2C%22msg%22%3A%7B%22email%22%3A%22a%40b.org%22%2C%22diag%22%3A%22552+5.2.2+full%22%7D%2C%22_id%22%3A%221%22%7D%5D&v=1", "mandrill", DsnAction.Failed, "a@b.org", null, null, "552 5.2.2 full")]
    public void Reads_what_an_event_says_of_a_delivery(string json, string? service, DsnAction? action, string recipient, string? status, string? host, string words)
    {
        var evidence = JsonEvents.Read(json, Options);

        evidence.Should().NotBeNull();
        evidence!.Dialect.Should().Be(service);
        var read = evidence.Recipients.Should().ContainSingle().Subject;
        (read.Action, read.FinalRecipient, read.Status, read.RemoteMta, read.DiagnosticText).Should().Be((action, recipient, EnhancedStatusCode.Parse(status), host, words));
    }

    [Theory]
    [InlineData("email,status,reason\na@b.org,5.1.1,\"550 5.1.1 gone, \"\"for good\"\"\"", null, "5.1.1", "550 5.1.1 gone, \"for good\"")]
    [InlineData("Sender;Empfänger;Bounce-Art;Meldung\r\nc@d.org;a@b.org;soft;451 4.3.0 later\r\n", DsnAction.Failed, null, "451 4.3.0 later")]
    [InlineData("\uFEFFEvent status\tRecipient address\tEvent SMTP reply code\tEvent description\nBOUNCED\ta@b.org\t550\t5.2.1 inactive", DsnAction.Failed, null, "550 5.2.1 inactive")]
    [InlineData("Id|To|Result|Response\n7|a@b.org|x|\"552 5.2.2 full,\nso is his desk\"", null, null, "552 5.2.2 full,\nso is his desk")]
    public void Reads_the_rows_of_a_table_by_the_names_above_them(string table, DsnAction? action, string? status, string words)
    {
        var read = JsonEvents.ReadTable(table, Options)!.Recipients.Should().ContainSingle().Subject;
        (read.FinalRecipient, read.Action, read.Status, read.DiagnosticText).Should().Be(("a@b.org", action, EnhancedStatusCode.Parse(status), words));
    }

    [Fact]
    public void Rows_of_a_table_that_tell_of_no_failure_are_no_diagnoses_of_one()
    {
        var report = BounceInterpreter.Default.InterpretText("date,sender_address,recipient_address,status,detail\n1,c@d.org,a@b.org,Delivered,\n2,c@d.org,e@f.org,Failed,\"550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found\"\n3,c@d.org,g@h.org,FilteredAsSpam,");

        report.Diagnoses.Where(one => one.Action == DsnAction.Failed).Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "e@f.org" && one.Reason == BounceReason.UserUnknown && one.Recommendation == Recommendation.SuppressRecipient);
        report.Diagnoses.Should().NotContain(one => one.FinalRecipient == "g@h.org");
    }

    [Theory]
    [InlineData("email,status,reason")]
    [InlineData("a@b.org,failed,550 5.1.1 gone\nc@d.org,failed,550 5.1.1 gone")]
    [InlineData("name,street,town\nAnna,550 Main Street,Bath")]
    [InlineData("The recipient, whose status is unknown, has a reason.\n550 5.1.1 gone")]
    public void Leaves_alone_what_is_no_table_of_deliveries(string text) => JsonEvents.ReadTable(text, Options).Should().BeNull();

    [Theory]
    [InlineData("{\"event\":\"open\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"reason\":\"550 5.1.1 gone\"}")]
    [InlineData("{\"RecordType\":\"SubscriptionChange\",\"MessageStream\":\"o\",\"Recipient\":\"a@b.org\",\"SuppressionReason\":\"HardBounce\"}")]
    [InlineData("{\"type\":\"Feedback\",\"recipient\":\"fbl@origin.example\",\"response\":{\"code\":550,\"enhanced_code\":null,\"content\":\"gone\"}}")]
    [InlineData("{\"msys\":{\"message_event\":{\"type\":\"bounce\",\"bounce_class\":\"60\",\"rcpt_to\":\"a@b.org\",\"reason\":\"I am away\"}}}")]
    [InlineData("{\"msys\":{}}")]
    public void Event_that_tells_of_no_delivery_says_so(string json) => JsonEvents.Read(json, Options)!.Recipients.Should().BeEmpty();

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"event\":\"failed\",\"email\":\"dev@b.org\",\"message\":\"3 tests failed\"}")]
    [InlineData("{\"event\":\"delivered\",\"email\":\"a@b.org\",\"parcel\":\"4711\"}")]
    [InlineData("{\"subject\":\"550 5.1.1 User unknown\",\"to\":\"a@b.org\"}")]
    [InlineData("{\"status\":\"failed\",\"message\":\"550 5.1.1 User unknown\"}")]
    [InlineData("{\"event\":\"bounce\"")]
    [InlineData("{not json}")]
    [InlineData("[1, 2")]
    [InlineData("\"550 5.1.1 User unknown\"")]
    [InlineData("a=1&b=2")]
    [InlineData("https://b.org/?rcpt=a@b.org&message=550+gone")]
    [InlineData("rcpt=a@b.org&message=550 gone")]
    [InlineData("rcpt=a@b.org&&message=550+gone")]
    public void What_is_no_event_is_left_to_others(string json) => JsonEvents.Read(json, Options).Should().BeNull();

    [Fact]
    public void Elements_of_an_array_are_events_of_their_own() =>
        Read("[{\"sg_event_id\":\"1\",\"event\":\"deferred\",\"email\":\"a@b.org\",\"response\":\"451 later\"},{\"sg_event_id\":\"2\",\"event\":\"delivered\",\"email\":\"a@b.org\"}]")
            .Select(one => (one.FinalRecipient, one.Action)).Should().Equal(("a@b.org", DsnAction.Delayed), ("a@b.org", DsnAction.Delivered));

    [Fact]
    public void Values_may_follow_each_other_and_a_footer_them() =>
        Read("{\"event\":\"bounce\",\"rcpt\":\"a@b.org\",\"email_id\":\"1\"}\n{\"event\":\"bounce\",\"rcpt\":\"c@b.org\",\"email_id\":\"2\"}\n--\nTo unsubscribe, click here")
            .Select(one => one.FinalRecipient).Should().Equal("a@b.org", "c@b.org");

    [Theory]
    [InlineData("2026-11-25T10:00:00Z app[web.1]: webhook {\"event\":\"bounce\",\"rcpt\":\"a@b.org\",\"email_id\":\"1\"}")]
    [InlineData("[2026-11-25 10:00:00] local.INFO: smtp2go [{\"event\":\"bounce\",\"rcpt\":\"a@b.org\",\"email_id\":\"1\"}] ")]
    public void Line_of_a_log_may_end_with_an_event(string line) => Read(line).Should().ContainSingle().Which.FinalRecipient.Should().Be("a@b.org");

    [Theory]
    [InlineData("{\"type\":\"message.bounced\",\"data\":{\"object\":{\"message\":{\"to\":[\"x@b.org\"]},\"bounce\":{\"type\":\"NoEmail\",\"recipients\":[{\"email\":\"a@b.org\",\"diagnostic_code\":\"550 gone\"}]}}}}")]
    [InlineData("{\"event\":\"MessageDeliveryFailed\",\"payload\":{\"status\":\"HardFail\",\"details\":\"Permanent error\",\"output\":\"550 gone\",\"message\":{\"to\":\"a@b.org\",\"from\":\"c@d.org\"}}}")]
    [InlineData("{\"event_name\":[\"hardbounce\"],\"event_message\":[{\"event_data\":[{\"details\":[{\"reason\":\"bounced\",\"bounced_recipient\":\"a@b.org\",\"diagnostic_message\":\"550 gone\"}]}]}]}")]
    [InlineData("{\"type\":\"email_dropped\",\"email_to\":\"a@b.org\",\"email_response_code\":550,\"email_response_message\":\"gone\"}")]
    public void Service_that_nobody_has_met_is_read_by_the_answer_of_a_server(string json)
    {
        var evidence = JsonEvents.Read(json, Options)!;
        evidence.Dialect.Should().BeNull();
        evidence.Recipients.Should().ContainSingle().Which.Should().Match<RecipientEvidence>(one => one.FinalRecipient == "a@b.org" && one.DiagnosticText == "550 gone");
    }

    [Fact]
    public void Event_may_stand_in_a_string_of_another() =>
        Read("{\"Records\":[{\"body\":\"{\\\"Type\\\":\\\"Notification\\\",\\\"Message\\\":\\\"{\\\\\\\"notificationType\\\\\\\":\\\\\\\"Bounce\\\\\\\",\\\\\\\"mail\\\\\\\":{},\\\\\\\"bounce\\\\\\\":{\\\\\\\"bouncedRecipients\\\\\\\":[{\\\\\\\"emailAddress\\\\\\\":\\\\\\\"a@b.org\\\\\\\"}]}}\\\"}\"}]}")
            .Should().ContainSingle().Which.FinalRecipient.Should().Be("a@b.org");

    [Fact]
    public void Words_of_the_mail_itself_are_not_read() =>
        Read("{\"event-data\":{\"event\":\"failed\",\"recipient\":\"a@b.org\",\"user-variables\":{\"message\":\"550 5.1.1 gone\"},\"message\":{\"headers\":{\"subject\":\"550 5.1.1 gone\",\"to\":\"c@d.org\"}},\"tags\":[\"550 5.1.1 gone\"]}}")
            .Should().ContainSingle().Which.Should().Match<RecipientEvidence>(one => one.FinalRecipient == "a@b.org" && one.DiagnosticText == "" && one.Comment == "");

    [Fact]
    public void Half_a_character_is_read_as_a_sign_for_it() =>
        Read("{\"sg_event_id\":\"\\ud83d\",\"event\":\"bounce\",\"email\":\"a@b.org\",\"reason\":\"550 \\\\ud83d \\uD83D gone \\ud83d\\ude00 \\udc00\"}")
            .Should().ContainSingle().Which.DiagnosticText.Should().Be("550 \\ud83d \uFFFD gone \U0001F600 \uFFFD");

    [Fact]
    public void Answer_that_many_share_is_cut_and_it_is_told()
    {
        var evidence = JsonEvents.Read($"{{\"event\":\"failed\",\"email_id\":\"1\",\"rcpt\":[\"a@b.org\",\"c@b.org\"],\"message\":\"550 {new string('x', 600)}\"}}", Options)!;
        evidence.IsTruncated.Should().BeTrue();
        evidence.Recipients.Should().HaveCount(2).And.OnlyContain(one => one.DiagnosticText.Length == 512);
    }

    [Fact]
    public void More_events_than_the_limit_are_cut_and_it_is_told()
    {
        var json = "[" + string.Join(',', Enumerable.Range(0, 50).Select(number => $"{{\"event\":\"bounce\",\"rcpt\":\"u{number}@b.org\",\"email_id\":\"1\"}}")) + "]";
        var evidence = JsonEvents.Read(json, Options with { MaxRecipients = 10 })!;
        (evidence.Recipients.Count, evidence.IsTruncated).Should().Be((11, true), "one more shows that there are more");
    }

    private static IReadOnlyList<RecipientEvidence> Read(string json) => JsonEvents.Read(json, Options)!.Recipients;
}
