using BounceParser.Dialects;

namespace BounceParser.Tests.Dialects;

public sealed class OriginalSeparatorTests
{
    [Theory]
    [InlineData("--- Below this line is a copy of the message.")]
    [InlineData("------ This is a copy of the message, including all the headers. ------")]
    [InlineData("   ----- Original message follows -----")]
    [InlineData("   ----- Unsent message follows -----")]
    [InlineData("--- The header of the original message is following. ---")]
    [InlineData("|------------------------- Message text follows: ------------------------|")]
    [InlineData("-----Message d'origine-----")]
    public void An_announcement_ends_the_report(string line) => OriginalSeparator.IsSeparator(line).Should().BeTrue();

    [Theory]
    [InlineData("   ----- Transcript of session follows -----")]
    [InlineData("   ----- The following addresses had permanent fatal errors -----")]
    [InlineData("# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #")]
    [InlineData("The original message was received at Tue, 24 Nov 2026 03:57:43 GMT")]
    [InlineData("---------------------------------------------------------------------------")]
    public void The_reports_own_headings_do_not(string line) => OriginalSeparator.IsSeparator(line).Should().BeFalse();

    [Fact]
    public void Trace_fields_after_a_blank_line_end_it_too()
    {
        var start = "It failed.\n\n".Length;
        OriginalSeparator.Find(new TextLines("It failed.\n\nReceived: from a\n\tby b\nSubject: x")).Should().Be(new ReportEnd(2, start));
    }
}
