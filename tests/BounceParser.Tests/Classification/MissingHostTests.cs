using System.Text;
using BounceParser.Classification;

namespace BounceParser.Tests.Classification;

public sealed class MissingHostTests
{
    [Theory]
    [InlineData("Host or domain name not found. Name service error for name=gone.example type=AAAA: Host not found", true)]
    [InlineData("Host or domain name not found. Name service error for name=mx.gone.example type=A: Host not found", false)]
    [InlineData("550 5.1.2 <anna@gone.example>... Host unknown (Name server: gone.example.: host not found)", true)]
    [InlineData("550 5.1.2 <anna@gone.example>... Host unknown (Name server: mx.other.example.: host not found)", false)]
    [InlineData("550 5.1.1 <anna@gone.example>: User unknown", false)]
    public void Tells_the_domain_from_the_host_of_its_mx(string text, bool isDomain) =>
        MissingHost.IsDomainOf("anna@Gone.Example", text).Should().Be(isDomain);

    [Theory]
    [InlineData("smtp.isp.example", Recommendation.ReviewByHand)]
    [InlineData("gone.example", Recommendation.SuppressRecipient)]
    public void A_smart_host_that_is_missing_ends_no_address(string missing, Recommendation recommendation) =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(
            $"""
            Return-Path: <>
            From: Mail Delivery Subsystem <MAILER-DAEMON@mail.origin.example>
            To: <bob@origin.example>
            Subject: Returned mail: see transcript for details
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b

               ----- The following addresses had permanent fatal errors -----
            <anna@gone.example>
                (reason: 550 Host unknown)

               ----- Transcript of session follows -----
            550 5.1.2 <anna@gone.example>... Host unknown (Name server: {missing}.: host not found)

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.origin.example

            Final-Recipient: RFC822; anna@gone.example
            Action: failed
            Status: 5.1.2

            --b--
            """)).Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(recommendation);

    [Theory]
    [InlineData("<anna@gone.example>: Host or domain name not found. Name service error for name=gone.example type=A: Host not found", BounceReason.DomainUnknown)]
    [InlineData("<anna@gone.example>: Host or domain name not found. Name service error for name=mx.gone.example type=A: Host not found", BounceReason.DnsFailure)]
    [InlineData("<anna@gone.example>: Host or domain name not found. Name service error for name=gone.example type=MX: Host not found, try again", BounceReason.DnsFailure)]
    [InlineData("anna@gone.example: Host or domain name not found. Name service error for name=gone.example type=A: Host not found", BounceReason.DomainUnknown)]
    public void A_domain_dies_only_when_it_is_the_one_that_is_missing(string text, BounceReason reason) =>
        BounceInterpreter.Default.InterpretText(text).Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(reason);
}
