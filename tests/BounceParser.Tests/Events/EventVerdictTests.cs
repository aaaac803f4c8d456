namespace BounceParser.Tests.Events;

/// <summary>A service's name for an event is nobody's word that an address is dead.</summary>
public sealed class EventVerdictTests
{
    [Theory]
    [InlineData("{\"RecordType\":\"Bounce\",\"MessageStream\":\"o\",\"Type\":\"HardBounce\",\"Description\":\"unknown user, mailbox not found\",\"Details\":\"\",\"Email\":\"a@b.org\"}")]
    [InlineData("[{\"event\":\"hard_bounce\",\"msg\":{\"email\":\"a@b.org\",\"bounce_description\":\"bad_mailbox\",\"bgtools_code\":10},\"_id\":\"1\"}]")]
    [InlineData("[{\"event\":\"bounce\",\"type\":\"bounce\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"bounce_classification\":\"Invalid Address\",\"reason\":\"User unknown\",\"status\":\"5.1.1\"}]")]
    [InlineData("{\"event-data\":{\"event\":\"failed\",\"severity\":\"permanent\",\"reason\":\"bounce\",\"recipient\":\"a@b.org\",\"delivery-status\":{\"code\":550,\"message\":\"\"}}}")]
    [InlineData("[{\"msys\":{\"message_event\":{\"type\":\"bounce\",\"bounce_class\":\"10\",\"rcpt_to\":\"a@b.org\",\"error_code\":\"550\",\"reason\":\"550 no\"}}}]")]
    [InlineData("{\"event\":\"bounce\",\"email\":\"a@b.org\",\"mj_contact_id\":1,\"hard_bounce\":true,\"error_related_to\":\"recipient\",\"error\":\"user unknown\"}")]
    [InlineData("{\"event\":\"hard_bounce\",\"email\":\"a@b.org\",\"message-id\":\"<1>\",\"ts_event\":1,\"reason\":\"user does not exist\"}")]
    [InlineData("{\"event\":\"invalid_email\",\"email\":\"a@b.org\",\"message-id\":\"<1>\",\"ts_event\":1,\"reason\":\"no such user\"}")]
    [InlineData("{\"type\":\"email.bounced\",\"data\":{\"created_at\":\"x\",\"email_id\":\"1\",\"to\":[\"a@b.org\"],\"bounce\":{\"message\":\"The mailbox does not exist.\",\"subType\":\"NoEmail\",\"type\":\"Permanent\"}}}")]
    [InlineData("{\"TransactionID\":\"1\",\"MsgID\":\"2\",\"To\":\"a@b.org\",\"EventType\":\"Bounce\",\"MessageCategory\":\"NoMailbox\",\"Message\":\"No mailbox\"}")]
    [InlineData("{\"event\":\"bounce\",\"bounce\":\"hard\",\"rcpt\":\"a@b.org\",\"email_id\":\"1\"}")]
    [InlineData("{\"notificationType\":\"Bounce\",\"mail\":{},\"bounce\":{\"bounceType\":\"Permanent\",\"bounceSubType\":\"NoEmail\",\"bouncedRecipients\":[{\"emailAddress\":\"a@b.org\"}]}}")]
    public void Name_of_an_event_ends_no_address(string json)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(json).Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.Action, diagnosis.Recommendation).Should().Be(("a@b.org", DsnAction.Failed, Recommendation.ReviewByHand));
    }

    [Theory]
    [InlineData("[{\"event\":\"dropped\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"reason\":\"Bounced Address\",\"status\":\"5.1.1\"}]", "earlier-bounce")]
    [InlineData("[{\"event\":\"dropped\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"reason\":\"550 5.1.1 User unknown\",\"status\":\"5.1.1\"}]", null)]
    [InlineData("[{\"event\":\"reject\",\"msg\":{\"email\":\"a@b.org\",\"reject\":{\"reason\":\"spam\",\"detail\":\"550 5.1.1 User unknown\"}},\"_id\":\"1\"}]", "earlier-complaint")]
    [InlineData("[{\"email\":\"a@b.org\",\"reason\":\"hard-bounce\",\"detail\":\"550 mailbox does not exist\",\"last_event_at\":\"x\",\"expires_at\":\"y\"}]", "earlier-bounce")]
    [InlineData("{\"event-data\":{\"event\":\"failed\",\"severity\":\"permanent\",\"reason\":\"suppress-unsubscribe\",\"recipient\":\"a@b.org\",\"delivery-status\":{\"code\":550,\"message\":\"5.1.1 User unknown\"}}}", "unsubscribed")]
    [InlineData("{\"event\":\"blocked\",\"email\":\"a@b.org\",\"mj_contact_id\":1,\"error_related_to\":\"recipient\",\"error\":\"user unknown\",\"comment\":\"550 5.1.1 User unknown\"}", null)]
    [InlineData("{\"event\":\"blocked\",\"email\":\"a@b.org\",\"message-id\":\"<1>\",\"ts_event\":1,\"reason\":\"550 5.1.1 User unknown\"}", null)]
    [InlineData("{\"event\":\"reject\",\"rcpt\":\"a@b.org\",\"email_id\":\"1\",\"message\":\"550 5.1.1 User unknown\"}", null)]
    [InlineData("{\"bounceType\":\"Permanent\",\"bounceSubType\":\"Suppressed\",\"bouncedRecipients\":[{\"emailAddress\":\"a@b.org\",\"status\":\"5.1.1\",\"diagnosticCode\":\"it has a recent history of bouncing\"}]}", "ses-suppression-list")]
    [InlineData("{\"eventType\":\"Complaint\",\"mail\":{},\"complaint\":{\"complaintSubType\":\"OnAccountSuppressionList\",\"complainedRecipients\":[{\"emailAddress\":\"a@b.org\"}]}}", "ses-suppression-list")]
    public void Service_that_did_not_even_try_repeats_what_a_server_said_once(string json, string? situation)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(json).Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.Reason, diagnosis.Situation, diagnosis.Recommendation).Should().Be((BounceReason.SuppressedBySender, situation, Recommendation.ReviewByHand));
    }

    [Theory]
    [InlineData("{\"msys\":{\"message_event\":{\"type\":\"bounce\",\"bounce_class\":\"22\",\"rcpt_to\":\"a@b.org\",\"reason\":\"552 no\"}}}", BounceReason.MailboxFull)]
    [InlineData("{\"msys\":{\"message_event\":{\"type\":\"bounce\",\"bounce_class\":\"22\",\"rcpt_to\":\"a@b.org\",\"reason\":\"550 5.1.1 User unknown\"}}}", BounceReason.UserUnknown)]
    [InlineData("{\"event\":\"bounce\",\"email\":\"a@b.org\",\"mj_contact_id\":1,\"error\":\"quota exceeded\",\"comment\":\"554 5.7.1 rejected as spam\"}", BounceReason.SpamDetected)]
    [InlineData("{\"event-data\":{\"event\":\"failed\",\"severity\":\"temporary\",\"reason\":\"old\",\"recipient\":\"a@b.org\"}}", BounceReason.DeliveryExpired)]
    public void Server_is_asked_before_the_service(string json, BounceReason reason) =>
        BounceInterpreter.Default.InterpretText(json).Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(reason);

    [Fact]
    public void Line_of_the_table_that_decided_is_named()
    {
        var rule = BounceInterpreter.Default.InterpretText("{\"event\":\"reject\",\"rcpt\":\"a@b.org\",\"email_id\":\"1\"}").Diagnoses[0].DecidingRule!;
        (rule.File, rule.Matched).Should().Be(("Events.tsv", null));
        rule.Line.Should().BePositive();
    }

    [Fact]
    public void Complaint_tells_its_type_and_who_complained()
    {
        var report = BounceInterpreter.Default.InterpretText("{\"eventType\":\"Complaint\",\"mail\":{},\"complaint\":{\"complaintFeedbackType\":\"not-spam\",\"complainedRecipients\":[{\"emailAddress\":\"a@b.org\"}]}}");
        (report.Kind, report.Feedback!.Type, report.Feedback.OriginalRcptTo).Should().Be((BounceKind.Complaint, "not-spam", "a@b.org"));
        report.Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(Recommendation.Nothing);
    }

    [Theory]
    [InlineData("{\"eventType\":\"Complaint\",\"mail\":{},\"complaint\":{\"complainedRecipients\":[{\"emailAddress\":\"a@b.org\"},{\"emailAddress\":\"c@b.org\"}]}}")]
    [InlineData("{\"type\":\"email.complained\",\"data\":{\"created_at\":\"x\",\"email_id\":\"1\",\"to\":[\"a@b.org\",\"c@b.org\"]}}")]
    [InlineData("{\"type\":\"email.bounced\",\"data\":{\"created_at\":\"x\",\"email_id\":\"1\",\"to\":[\"a@b.org\",\"c@b.org\"],\"bounce\":{\"message\":\"550 5.1.1 User unknown\"}}}")]
    [InlineData("{\"type\":\"Bounce\",\"recipient\":[\"a@b.org\",\"c@b.org\"],\"response\":{\"code\":550,\"enhanced_code\":{\"class\":5,\"subject\":1,\"detail\":1},\"content\":\"User unknown\"}}")]
    public void One_answer_for_several_ends_none_of_them(string json) =>
        BounceInterpreter.Default.InterpretText(json).Diagnoses.Should().HaveCount(2).And.OnlyContain(diagnosis => diagnosis.Recommendation == Recommendation.ReviewByHand);

    [Theory]
    [InlineData("[{\"event\":\"bounce\",\"recipient\":\"c@d.org\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"reason\":\"550 5.1.1 User unknown\"}]")]
    [InlineData("[{\"event\":\"bounce\",\"email\":\"a@b.org\",\"rcpt\":\"c@d.org\",\"sg_event_id\":\"1\",\"reason\":\"550 5.1.1 User unknown\"}]")]
    public void Two_members_that_name_different_recipients_end_none(string json)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(json).Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.Reason, diagnosis.Recommendation).Should().Be(("a@b.org", BounceReason.UserUnknown, Recommendation.ReviewByHand));
    }

    [Theory]
    [InlineData("[{\"event\":\"bounce\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"reason\":\"550 5.1.1 User unknown\"}]")]
    [InlineData("{\"event\":\"bounce\",\"recipients\":[\"c@d.org\",\"a@b.org\"],\"rcpt\":\"a@b.org\",\"email_id\":\"1\",\"message\":\"550 5.1.1 User unknown\"}")]
    [InlineData("{\"msys\":{\"message_event\":{\"type\":\"bounce\",\"raw_rcpt_to\":\"A@b.org\",\"rcpt_to\":\"a@b.org\",\"raw_reason\":\"550 5.1.1 User unknown\"}}}")]
    public void Server_that_says_so_ends_the_address(string json) =>
        BounceInterpreter.Default.InterpretText(json).Diagnoses.Should().ContainSingle()
            .Which.Recommendation.Should().Be(Recommendation.SuppressRecipient);

    [Fact]
    public void File_of_a_service_may_be_longer_than_a_text()
    {
        var events = "[" + string.Join(",\n", Enumerable.Range(0, 5_000).Select(number => $"{{\"event\":\"bounce\",\"email\":\"u{number}@b.org\",\"sg_event_id\":\"1\",\"reason\":\"550 5.1.1 User unknown\"}}")) + "]";
        BounceInterpreter.Default.Interpret(System.Text.Encoding.UTF8.GetBytes(events)).Diagnoses.Should().HaveCount(5_000);
    }

    [Fact]
    public void No_text_cut_anywhere_throws()
    {
        const string Json = "[{\"msys\":{\"message_event\":{\"type\":\"bounce\",\"bounce_class\":\"10\",\"rcpt_to\":\"a@b.org\",\"reason\":\"550 \\ud83d\\ude00 5.1.1\"}}}]";
        for (var at = 0; at < Json.Length; at++)
        {
            BounceInterpreter.Default.InterpretText(Json[at..]).Diagnoses.Should().NotContain(diagnosis => diagnosis.Recommendation == Recommendation.SuppressRecipient && diagnosis.FinalRecipient == null);
            BounceInterpreter.Default.InterpretText(Json[..at]).Should().NotBeNull();
        }
    }
}
