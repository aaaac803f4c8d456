using BounceParser.Text;

namespace BounceParser.Tests.Text;

public sealed class AddressLineTests
{
    [Theory]
    [InlineData("<a@b.example>:", "a@b.example")]
    [InlineData("a@b.example: unknown", "a@b.example")]
    [InlineData("'a@b.example'... no", "a@b.example")]
    [InlineData("to \"two words\"@b.example, please", "\"two words\"@b.example")]
    [InlineData("rfc822;a+tag@b.example", "a+tag@b.example")]
    [InlineData("<a@[192.0.2.1]>", "a@[192.0.2.1]")]
    [InlineData("(a@b.example.)", "a@b.example")]
    [InlineData("RCPT TO:<a@b.example> SIZE=3", "a@b.example")]
    [InlineData("élodie@bücher.example", "élodie@bücher.example")]
    [InlineData("c=FR;a= ;p=DEST;o=Paris;dda:SMTP=a@b.example; on Mon", "a@b.example")]
    [InlineData("**a@b.example** and", "a@b.example")]
    [InlineData("rcpt=a@b.example response=552", "a@b.example")]
    [InlineData("{u'a@b.example': (550,", "a@b.example")]
    [InlineData("bounce+a=b.example@list.example", "bounce+a=b.example@list.example")]
    [InlineData("宛先a@b.example宛のメール", "a@b.example")]
    [InlineData("a@b.example에게 보낸", "a@b.example")]
    public void An_address_is_found_as_programs_write_it(string line, string address) => AddressLine.First(line).Should().Be(address);

    [Theory]
    [InlineData("no address")]
    [InlineData("@b.example")]
    [InlineData("a@")]
    [InlineData("https://user@b.example/")]
    [InlineData("pagos@ban*****.com")]
    [InlineData("a*****@b.example")]
    public void What_is_none_is_not_found(string line) => AddressLine.First(line).Should().BeNull();

    [Theory]
    [InlineData("<@relay.example,@other.example:a@b.example>", "a@b.example")]
    [InlineData("<postmaster>:", "postmaster")]
    [InlineData("<\"a>b\"@c.example> rest", "\"a>b\"@c.example")]
    public void A_bracketed_address_may_have_a_route_or_no_domain(string line, string address) => AddressLine.Leading(line, out _).Should().Be(address);

    [Fact]
    public void Words_before_it_mean_that_it_does_not_lead() => AddressLine.Leading("host said a@b.example", out _).Should().BeNull();
}
