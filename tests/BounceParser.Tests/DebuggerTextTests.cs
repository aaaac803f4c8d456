namespace BounceParser.Tests;

/// <summary>What a debugger or a log line shows.</summary>
public sealed class DebuggerTextTests
{
    private static readonly BounceReport Report = BounceInterpreter.Default.InterpretText("550 5.1.1 <l.martin@dest.example>: no mailbox here by that name. vpopmail");

    [Fact]
    public void Diagnosis_tells_who_why_and_what_to_do() =>
        Report.Diagnoses[0].ToString().Should().Be("l.martin@dest.example: UserUnknown/vpopmail-no-mailbox, Failed 5.1.1, SuppressRecipient");

    [Fact]
    public void Diagnosis_of_nothing_is_short() => new Diagnosis().ToString().Should().Be("?: Undetermined, Failed, ReviewByHand");

    [Fact]
    public void Report_tells_its_kind_and_each_recipient() =>
        (Report with { Dialect = "qmail" }).ToString().Should().Be("Failure by qmail [l.martin@dest.example: UserUnknown/vpopmail-no-mailbox, Failed 5.1.1, SuppressRecipient]");

    [Fact]
    public void Report_of_ordinary_mail_is_its_kind() => new BounceReport().ToString().Should().Be("NotABounce");

    [Fact]
    public void Report_of_many_recipients_shows_the_first() =>
        (Report with { Diagnoses = [.. Enumerable.Repeat(new Diagnosis(), 1000)] }).ToString().Length.Should().BeLessThan(300);

    [Fact]
    public void Deciding_rule_says_where_it_stands() =>
        new DecidingRule { File = "20-phrases.rules", Line = 41, Matched = "no mailbox here" }.ToString().Should().Be("20-phrases.rules(41): \"no mailbox here\"");
}
