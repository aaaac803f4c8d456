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
    [InlineData("<anna@gone.example>: Host or domain name not found. Name service error for name=gone.example type=A: Host not found", BounceReason.DomainUnknown)]
    [InlineData("<anna@gone.example>: Host or domain name not found. Name service error for name=mx.gone.example type=A: Host not found", BounceReason.DnsFailure)]
    [InlineData("<anna@gone.example>: Host or domain name not found. Name service error for name=gone.example type=MX: Host not found, try again", BounceReason.DnsFailure)]
    [InlineData("anna@gone.example: Host or domain name not found. Name service error for name=gone.example type=A: Host not found", BounceReason.DomainUnknown)]
    public void A_domain_dies_only_when_it_is_the_one_that_is_missing(string text, BounceReason reason) =>
        BounceInterpreter.Default.InterpretText(text).Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(reason);
}
