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

    [Theory]
    [InlineData("roses-subscribe@lists.example", true)]
    [InlineData("roses-UNSUBSCRIBE@lists.example", true)]
    [InlineData("roses@lists.example", false)]
    [InlineData("subscribe@lists.example", false)]
    [InlineData("roses-help", false)]
    public void Address_that_takes_commands(string address, bool isCommand) => ListAddress.IsCommand(address).Should().Be(isCommand);

    [Fact]
    public void Nobody_is_written_to_at_an_address_that_takes_commands() =>
        BounceInterpreter.Default.InterpretText("We are unable to deliver the message from <anna@origin.example> to <roses@lists.example>.\n\nThe address that you used is not subscribed to this group. To subscribe, send email to roses-subscribe@lists.example")
            .Diagnoses.Select(diagnosis => diagnosis.FinalRecipient).Should().Equal("roses@lists.example");
}
