using BounceParser.Diagnosing;
using CsCheck;

namespace BounceParser.Tests.Diagnosing;

/// <summary>What senders code into the return path of their mail.</summary>
public sealed class ReturnPathReaderTests
{
    [Theory]
    [InlineData("bounce+user==a==example.net==list@list.example", "user@example.net", "bounce@list.example")]
    [InlineData("bounce+user==a==example.net==list==w@list.example", "user@example.net", "bounce@list.example")]
    [InlineData("bounce+user==a==example==list@list.example", null, null)]
    [InlineData("bounces+user=example.net@list.example", "user@example.net", "bounces@list.example")]
    [InlineData("bounces+first.last+tag=example.net@list.example", "first.last+tag@example.net", "bounces@list.example")]
    [InlineData("news-return-12-user=example.net@list.example", "user@example.net", "news-return-12@list.example")]
    [InlineData("news-return-probe-fcjobhkgnlmpeabdhiol-user=example.net@list.example", "user@example.net", "news-return-probe-fcjobhkgnlmpeabdhiol@list.example")]
    [InlineData("news-return-warn-1042753431.ldkfnaoibmcgjeph-first-last=example.net@list.example", "first-last@example.net", "news-return-warn-1042753431.ldkfnaoibmcgjeph@list.example")]
    [InlineData("team-bounces+user=sub.example.net@list.example", "user@sub.example.net", "team-bounces@list.example")]
    [InlineData("team-bounces-jean-paul=example.net@list.example", "jean-paul@example.net", "team-bounces@list.example")]
    [InlineData("bounces+1234567-ab12-user=example.net@em.example", "user@example.net", "bounces+1234567-ab12@em.example")]
    [InlineData("user=example.net@list.example", null, null)]
    [InlineData("jean-paul=example.net@list.example", null, null)]
    [InlineData("bounces+abc@list.example", null, null)]
    [InlineData("bounces+token=abc@list.example", null, null)]
    public void Recipient_of_a_variable_return_path(string address, string? recipient, string? sender)
    {
        var path = ReturnPathReader.Read(address);

        (path.Address, path.Recipient, path.Sender).Should().Be((address, recipient, sender));
    }

    [Theory]
    [InlineData("SRS0=hHhH=T6=origin.example=anna@forward.example", "anna@origin.example", "hHhH=T6")]
    [InlineData("SRS0+hHhH=T6=origin.example=anna@forward.example", "anna@origin.example", "hHhH=T6")]
    [InlineData("srs0=hHhH=T6=origin.example=anna=b@forward.example", "anna=b@origin.example", "hHhH=T6")]
    [InlineData("SRS1=xYxY=forward.example==hHhH=T6=origin.example=anna@second.example", "anna@origin.example", "hHhH=T6")]
    [InlineData("SRS0=hHhH=T6=origin.example@forward.example", null, null)]
    [InlineData("SRS0@forward.example", null, null)]
    [InlineData("srsly=a=b=c@forward.example", null, null)]
    public void Sender_that_a_forwarder_rewrote(string address, string? sender, string? signature)
    {
        var path = ReturnPathReader.Read(address);

        (path.Sender, path.SrsSignature).Should().Be((sender, signature));
    }

    [Theory]
    [InlineData("prvs=0123a1b2c3=anna@origin.example", "0123a1b2c3", "anna@origin.example", null)]
    [InlineData("btv1==0123a1b2c3d==anna@origin.example", "0123a1b2c3d", "anna@origin.example", null)]
    [InlineData("msprvs1=17612bO9f1G9w=bounces-1@origin.example", "17612bO9f1G9w", "bounces-1@origin.example", null)]
    [InlineData("prvs=0123a1b2c3=bounces+user=example.net@list.example", "0123a1b2c3", "bounces@list.example", "user@example.net")]
    [InlineData("prvs=@origin.example", null, null, null)]
    [InlineData("prvs=abc=@origin.example", null, null, null)]
    public void Signed_sender(string address, string? signature, string? sender, string? recipient)
    {
        var path = ReturnPathReader.Read(address);

        (path.BatvSignature, path.Sender, path.Recipient).Should().Be((signature, sender, recipient));
    }

    [Fact]
    public void Any_text_is_read() =>
        Support.Choice.Of("SRS0", "SRS1", "prvs", "btv1", "=", "==", "+", "-", "@", "bounces", "a", "1", "ab12", "example.net", ".", "", " ", "é").List[0, 12]
            .Sample(pieces => ReturnPathReader.Read(string.Concat(pieces)).Address == string.Concat(pieces));
}
