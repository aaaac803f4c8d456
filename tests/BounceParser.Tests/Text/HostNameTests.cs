using BounceParser.Text;

namespace BounceParser.Tests.Text;

/// <summary>Each way to read a host is as strict as its place demands.</summary>
public sealed class HostNameTests
{
    [Theory]
    [InlineData("mx.dest.example: not found", "mx.dest.example", "mx.dest.example", "mx.dest.example")]
    [InlineData("MX.dest.example.", "MX.dest.example", "MX.dest.example", "MX.dest.example")]
    [InlineData("[192.0.2.1]:25", "", "192.0.2.1", "[192.0.2.1]:25")]
    [InlineData("2001:db8::1 refused", "", "2001:db8::1", "2001:db8::1")]
    [InlineData("mailstore[192.0.2.1]", "", "mailstore", "mailstore[192.0.2.1]")]
    [InlineData("localhost, and", "", null, "localhost")]
    [InlineData("anna@dest.example", "", null, "anna@dest.example")]
    [InlineData("(mx.dest.example)", "mx.dest.example", null, null)]
    [InlineData("", "", null, null)]
    public void Host_at_the_start_of_words(string words, string name, string? nameOrAddress, string? word)
    {
        HostName.NameAt(words).ToString().Should().Be(name);
        HostName.NameOrAddressAt(words).Should().Be(nameOrAddress);
        HostName.WordAt(words).Should().Be(word);
    }
}
