using BounceParser.Dialects;

namespace BounceParser.Tests.Dialects;

public sealed class TextLinesTests
{
    [Fact]
    public void Each_line_tells_what_it_holds_wherever_it_stands()
    {
        foreach (var unit in "@:x\t\u00e9\u0141\u4e2d")
            for (var before = 0; before < 140; before++)
            {
                var lines = new TextLines(new string('a', before) + "\nb" + unit + "\nc");
                Told(lines, 0).Should().Be((false, false, true));
                Told(lines, 1).Should().Be((unit == '@', unit == ':', char.IsAscii(unit) && unit != '\t'));
                Told(lines, 2).Should().Be((false, false, true));
            }
    }

    [Fact]
    public void Two_spaces_are_told_of_wherever_they_stand_but_not_before_the_words()
    {
        for (var before = 0; before < 140; before++)
        {
            var words = new string('a', before);
            new TextLines(words + "a  b").IsPlain(0).Should().BeFalse();
            new TextLines(words + " \n b").IsPlain(1).Should().BeTrue();
        }

        new TextLines("one\n   two three").IsPlain(1).Should().BeTrue();
    }

    [Fact]
    public void Line_above_is_the_last_that_says_something()
    {
        var lines = new TextLines("\none\n \n\ntwo");
        lines.LineAbove(lines.Count).Should().Be(4);
        lines.LineAbove(4).Should().Be(1);
        lines.LineAbove(1).Should().Be(-1, "the line above it is blank");
        lines.LineAbove(0).Should().Be(-1);
    }

    [Fact]
    public void Line_is_deeper_by_the_white_space_before_its_words()
    {
        var lines = new TextLines("one\n  two\n\u00a0\u00a0 three\n     \n");
        Enumerable.Range(-1, 7).Select(lines.IndentOf).Should().Equal(0, 0, 2, 3, 5, 0, 0);
        (lines.IsDeeper(1, 0), lines.IsDeeper(2, 1), lines.IsDeeper(1, 2), lines.IsDeeper(3, 2)).Should().Be((true, true, false, false));
    }

    [Fact]
    public void Long_line_tells_of_all_its_units()
    {
        var lines = new TextLines("b@" + new string('a', 500) + ":\n");
        Told(lines, 0).Should().Be((true, true, true));
        Told(lines, 1).Should().Be((false, false, true));
    }

    [Fact]
    public void Lines_are_cut_at_their_ends_and_trimmed()
    {
        var lines = new TextLines(" \u00a0one \r\n\n\ttwo\r\r\n");
        Enumerable.Range(0, lines.Count).Select(line => lines[line].ToString()).Should().Equal(" \u00a0one ", "", "\ttwo", "");
        Enumerable.Range(0, lines.Count).Select(line => lines.Trimmed(line).ToString()).Should().Equal("one", "", "two", "");
        lines.StartOf(2).Should().Be(9);
    }

    private static (bool Sign, bool Colon, bool Plain) Told(TextLines lines, int line) => (lines.HasSign(line), lines.HasColon(line), lines.IsPlain(line));
}
