using BounceParser.Tests.Support;

namespace BounceParser.Tests.Events;

/// <summary>An event tells when it happened, and which mail it is about.</summary>
public sealed class EventTimesTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_793_610_000);

    [Theory]
    [InlineData("sendgrid/dropped-bounced-address.txt", "14c5d75ce93@origin.example")]
    [InlineData("mailgun/unknown-user.txt", "2026@origin.example")]
    [InlineData("mailgun/full-mailbox-tried-again.txt", "2026@origin.example")]
    [InlineData("postmark/unknown-user.txt", "7c1d6f0a-2c55-4f0e-9a63-0d7f5f3f8f11")]
    [InlineData("brevo/unknown-user.txt", "202611020900.1@smtp-relay.mailin.fr")]
    [InlineData("amazon-sns/posted-by-sns.txt", "0100")]
    [InlineData("sparkpost/unknown-user.txt", "65832150921904138")]
    public void Sample_tells_its_mail_and_its_time(string sample, string id)
    {
        var report = BounceInterpreter.Default.InterpretText(File.ReadAllText(Path.Combine(Repository.Corpus, sample)));
        (report.Original.MessageId, report.Proof).Should().Be((id, BounceProof.MessageId));
        report.Date.Should().NotBeNull().And.BeCloseTo(At, TimeSpan.FromDays(2));
        report.Diagnoses.Should().OnlyContain(diagnosis => diagnosis.LastAttempt == report.Date);
    }

    [Theory]
    [InlineData("\"timestamp\":1793610000")]
    [InlineData("\"timestamp\":\"1793610000\"")]
    [InlineData("\"timestamp\":1793610000000")]
    [InlineData("\"timestamp\":1793610000.000")]
    [InlineData("\"timestamp\":\"2026-11-02T09:00:00Z\"")]
    [InlineData("\"timestamp\":\"2026-11-02T10:00:00.0000000+01:00\"")]
    public void Time_is_read_as_services_write_it(string member) => Read("{\"event\":\"bounce\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"reason\":\"550 no\"," + member + "}").Date.Should().Be(At);

    [Theory]
    [InlineData("\"timestamp\":\"2026-11-02T09:00:00\"")]
    [InlineData("\"timestamp\":\"yesterday\"")]
    [InlineData("\"timestamp\":0")]
    [InlineData("\"timestamp\":-5")]
    [InlineData("\"timestamp\":1e300")]
    [InlineData("\"timestamp\":99999999999999999999999999")]
    [InlineData("\"timestamp\":\"2026-13-02T09:00:00Z\"")]
    [InlineData("\"timestamp\":\"2026-11-02T09:00:00+99:00\"")]
    [InlineData("\"date\":\"2026-11-02 09:00:00\"")]
    [InlineData("\"x\":1")]
    public void What_is_no_time_or_lacks_its_zone_is_none(string member)
    {
        var report = Read("{\"event\":\"bounce\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"reason\":\"550 no\"," + member + "}");
        (report.Date, report.Diagnoses[0].LastAttempt).Should().Be((null, null));
    }

    [Fact]
    public void Message_id_of_the_mail_goes_before_that_of_the_service() =>
        Read("{\"event\":\"bounce\",\"email\":\"a@b.org\",\"sg_message_id\":\"7.filter1\",\"smtp-id\":\"<1@origin.example>\",\"reason\":\"550 no\"}").Original.MessageId.Should().Be("1@origin.example");

    [Fact]
    public void Notification_has_an_id_of_its_own_that_is_not_the_mails() =>
        Read("{\"Type\":\"Notification\",\"MessageId\":\"outer\",\"Timestamp\":\"2026-11-03T09:00:00Z\",\"Message\":\"{\\\"notificationType\\\":\\\"Bounce\\\",\\\"mail\\\":{\\\"messageId\\\":\\\"inner\\\",\\\"timestamp\\\":\\\"2026-11-01T09:00:00Z\\\"},\\\"bounce\\\":{\\\"timestamp\\\":\\\"2026-11-02T09:00:00Z\\\",\\\"bouncedRecipients\\\":[{\\\"emailAddress\\\":\\\"a@b.org\\\"}]}}\"}")
            .Should().Match<BounceReport>(report => report.Original.MessageId == "inner" && report.Date == At);

    [Theory]
    [InlineData("<1@origin.example>", "1@origin.example", "1@origin.example")]
    [InlineData("<1@origin.example>", "<2@origin.example>", null)]
    [InlineData("<1@origin.example>", "", null)]
    public void Events_of_several_mails_prove_nothing(string first, string second, string? id)
    {
        var report = Read($$"""[{"event":"bounce","email":"a@b.org","sg_event_id":"1","timestamp":1793610000,"smtp-id":"{{first}}","reason":"550 no"},{"event":"bounce","email":"c@b.org","sg_event_id":"2","timestamp":1793610060,"smtp-id":"{{second}}","reason":"550 no"}]""");
        (report.Original.MessageId, report.Date).Should().Be((id, null));
        report.Diagnoses.Select(diagnosis => diagnosis.LastAttempt).Should().Equal(At, At.AddMinutes(1));
    }

    [Fact]
    public void Event_that_tells_of_no_delivery_has_no_say() =>
        Read("""[{"event":"open","email":"a@b.org","sg_event_id":"1","timestamp":1793620000,"smtp-id":"<2@origin.example>"},{"event":"bounce","email":"a@b.org","sg_event_id":"2","timestamp":1793610000,"smtp-id":"<1@origin.example>","reason":"550 no"}]""")
            .Should().Match<BounceReport>(report => report.Original.MessageId == "1@origin.example" && report.Date == At);

    [Fact]
    public void Header_of_the_mail_names_nobody() =>
        Read("""{"event":"failed","severity":"permanent","recipient":"a@b.org","log-level":"error","message":{"size":1,"headers":{"message-id":"1@origin.example","to":"e@b.org","recipient":"f@b.org"}}}""")
            .Should().Match<BounceReport>(report => report.Original.MessageId == "1@origin.example" && report.Diagnoses.Single().FinalRecipient == "a@b.org" && report.Diagnoses.Single().RecipientSource == RecipientSource.Report);

    private static BounceReport Read(string json) => BounceInterpreter.Default.InterpretText(json);
}
