using BounceParser.Text;

namespace BounceParser.Tests.Text;

public class ListAddressTests
{
    [Theory]
    [InlineData("roses@lists.example", "owner-roses@lists.example", true)]
    [InlineData("ROSES@lists.example", "roses-request@Lists.example", true)]
    [InlineData("roses@lists.example", "roses-bounces+anna=home.example@lists.example", true)]
    [InlineData("roses@lists.example", "roses-return-12-anna=home.example@lists.example", true)]
    [InlineData("roses@lists.example", "roses@lists.example", false)]
    [InlineData("anna@lists.example", "owner-roses@lists.example", false)]
    [InlineData("roses@home.example", "owner-roses@lists.example", false)]
    [InlineData("rose@lists.example", "rose-admiral@lists.example", false)]
    [InlineData("@lists.example", "owner-@lists.example", false)]
    public void Knows_the_list_of_the_address_that_takes_its_bounces(string address, string manager, bool isOf) =>
        ListAddress.IsOf(address, manager).Should().Be(isOf);
}
