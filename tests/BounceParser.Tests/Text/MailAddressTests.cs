using BounceParser.Text;

namespace BounceParser.Tests.Text;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("anna@dest.example", "anna", "dest.example", true)]
    [InlineData("\"anna@home\"@dest.example", "\"anna@home\"", "dest.example", true)]
    [InlineData("anna@[192.0.2.1]", "anna", "[192.0.2.1]", true)]
    [InlineData("anna@mailstore", "anna", "mailstore", false)]
    [InlineData("anna.martin@mailstore", "anna.martin", "mailstore", false)]
    [InlineData("anna.martin", "anna.martin", "", false)]
    [InlineData("anna@", "anna", "", false)]
    [InlineData("@dest.example", "", "dest.example", false)]
    [InlineData(null, "", "", false)]
    public void Parts_of_an_address(string? address, string local, string domain, bool isQualified)
    {
        MailAddress.Local(address).ToString().Should().Be(local);
        MailAddress.Domain(address).ToString().Should().Be(domain);
        MailAddress.IsQualified(address).Should().Be(isQualified);
    }
}
