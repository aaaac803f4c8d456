using System.Text;
using BounceParser.Dsn;

namespace BounceParser.Tests.Dsn;

public sealed class OtherReportTests
{
    [Fact]
    public void Reads_a_complaint()
    {
        var feedback = FeedbackReportReader.Read("Feedback-Type: Abuse\r\nUser-Agent: SomeGenerator/1.0\r\nVersion: 1\r\nOriginal-Mail-From: <news@origin.example>\r\nOriginal-Rcpt-To: <a@dest.example>\r\nSource-IP: [192.0.2.1]\r\n"u8);
        feedback.Should().Be(new Feedback
        {
            Type = "abuse", UserAgent = "SomeGenerator/1.0", OriginalMailFrom = "news@origin.example", OriginalRcptTo = "a@dest.example", SourceIp = "192.0.2.1",
        });
    }

    [Theory]
    [InlineData("Original-Rcpt-To: redacted@dest.example\n", null)]
    [InlineData("Original-Rcpt-To: [redacted]\nRemoval-Recipient: a@dest.example\n", "a@dest.example")]
    [InlineData("", null)]
    public void A_redacted_recipient_is_nobody(string report, string? recipient) =>
        FeedbackReportReader.Read(Encoding.ASCII.GetBytes(report)).OriginalRcptTo.Should().Be(recipient);
}
