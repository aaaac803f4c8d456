using BounceParser.Dialects;

namespace BounceParser.Tests.Dialects;

public sealed class RunningTextTests
{
    [Fact]
    public void Lines_run_on_and_paragraphs_part_at_equal_places()
    {
        var text = new RunningText(new TextLines("Your  message\n  could NOT\n\n\nBe\tdelivered."), quotes: true);
        text.Words.ToString().Should().Be("Your message could NOT\nBe delivered. ");
        text.Folded.ToString().Should().Be("your message could not be delivered. ");
        text.StartOf(4).Should().Be("Your message could NOT\n".Length);
        text.LineAt(text.StartOf(4)).Should().Be(4);
        text.LineAt(3).Should().Be(0);
    }

    [Fact]
    public void Separator_is_a_mark_but_no_words_of_the_report()
    {
        var text = new RunningText(new TextLines("It failed."), quotes: true, "--- Original\nmessage ---\n");
        text.Folded.ToString().Should().Be("it failed. ");
        text.FoldedToOriginal.ToString().Should().Be("it failed. --- original message --- ");
    }

    [Fact]
    public void What_is_not_seen_parts_no_mark_whatever_was_asked_before()
    {
        var text = new BounceText { Text = "This is the mail sys\u200Btem at host mx.dest.example." };
        _ = text.Sentences;
        text.FoldedToOriginal.ToString().Should().Be("this is the mail system at host mx.dest.example. ");
        text.Folded.ToString().Should().Be("this is the mail system at host mx.dest.example. ");
    }

    [Theory]
    [InlineData(true, "I saw > it failed - so. ")]
    [InlineData(false, "I saw\nso. ")]
    public void Quoted_lines_are_told_of(bool quotes, string words)
    {
        var text = new RunningText(new TextLines("I saw\n> it failed -\nso."), quotes);
        text.HasQuotes.Should().BeTrue();
        text.Words.ToString().Should().Be(words);
    }

    [Theory]
    [InlineData("The mail was\nnot delivered.", true)]
    [InlineData("The mail was not\n\ndelivered.", false)]
    public void Statement_never_runs_from_one_paragraph_into_the_next(string report, bool holds)
    {
        var text = new RunningText(new TextLines(report), quotes: true);
        new Statements(text.Words, text.Folded).Hold(Idea.Failed).Should().Be(holds);
    }
}
