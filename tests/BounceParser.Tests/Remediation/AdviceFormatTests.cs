namespace BounceParser.Tests.Remediation;

/// <summary>One piece of advice as text, Markdown and HTML.</summary>
public sealed class AdviceFormatTests
{
    private static readonly Advice Sample = new()
    {
        Reason = BounceReason.MessageTooLarge,
        Situation = "server-limit",
        Culture = "en",
        Title = "Too large & refused",
        Meaning = "It is <10 MB.",
        Move = "Yours.",
        Steps = new Dictionary<Audience, IReadOnlyList<string>>
        {
            [Audience.Sender] = ["Send a link.", "Run `ls -l \"a\"`."],
            [Audience.ListOwner] = ["Keep the address."],
            [Audience.SenderAdministrator] = [],
        },
        References = ["RFC 1870"],
    };

    [Fact]
    public void Plain_text_numbers_several_steps_and_leaves_out_an_audience_without_any() =>
        AdviceBook.Default.Format(Sample, AdviceFormat.PlainText).Should().Be(
            "Too large & refused\n\nIt is <10 MB.\n\nWhose move: Yours.\n\n"
            + "What you can do\n1. Send a link.\n2. Run `ls -l \"a\"`.\n\nIf you run a mailing list\nKeep the address.\n\nReferences\n- RFC 1870\n\n");

    [Fact]
    public void Audiences_named_stand_alone_and_in_that_order()
    {
        var text = AdviceBook.Default.Format(Sample, AdviceFormat.Markdown, Audience.ListOwner, Audience.Sender);
        text.Should().StartWith("## MessageTooLarge/server-limit\n\n**Too large & refused**");
        text.IndexOf("Keep the address.", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("Send a link.", StringComparison.Ordinal));
        AdviceBook.Default.Format(Sample, AdviceFormat.Markdown, Audience.ListOwner).Should().NotContain("Send a link.");
    }

    [Fact]
    public void Html_is_encoded_and_code_is_marked()
    {
        var html = AdviceBook.Default.Format(Sample, AdviceFormat.Html);
        html.Should().Contain("<h2>Too large &amp; refused</h2>").And.Contain("<p>It is &lt;10 MB.</p>")
            .And.Contain("<li>Run <code>ls -l &quot;a&quot;</code>.</li>").And.Contain("lang=\"en\"").And.EndWith("</section>\n");
    }
}
