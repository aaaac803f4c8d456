using BounceParser.Catalogue;

namespace BounceParser.Tests;

/// <summary>A reason with its situation is read as it is written, and nothing else is.</summary>
public sealed class CauseTests
{
    [Theory]
    [InlineData("MailboxFull", BounceReason.MailboxFull, null)]
    [InlineData("UserUnknown/vpopmail-no-mailbox", BounceReason.UserUnknown, "vpopmail-no-mailbox")]
    public void Reads_what_it_writes(string written, BounceReason reason, string? situation)
    {
        Cause.TryParse(written, out var cause).Should().BeTrue();
        cause.Should().Be(new Cause(reason, situation));
        cause.ToString().Should().Be(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/vpopmail-no-mailbox")]
    [InlineData("UserUnknown/")]
    [InlineData("userUnknown")]
    [InlineData(" UserUnknown")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("UserUnknown,MailboxFull")]
    [InlineData("UserUnknown, MailboxFull/over-quota")]
    public void Reads_nothing_else(string written) => Cause.TryParse(written, out _).Should().BeFalse();
}
