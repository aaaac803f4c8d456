using System.Text;

namespace BounceParser.Tests;

/// <summary>Options that nothing can be read with are refused when the interpreter is made, by their name; whatever it takes works.</summary>
public sealed class OptionsTests
{
    private const string Bounce = "From: MAILER-DAEMON@mail.origin.example\r\nTo: anna@origin.example\r\nSubject: failure notice\r\n\r\n<l.martin@dest.example>:\r\n550 5.1.1 User unknown\r\n";

    public static TheoryData<string> Limits => [.. typeof(BounceParserOptions).GetProperties().Where(option => option.PropertyType == typeof(int)).Select(option => option.Name)];

    [Theory]
    [MemberData(nameof(Limits))]
    public void Limit_is_at_least_one(string limit)
    {
        foreach (var value in (int[])[0, -1, int.MinValue])
            FluentActions.Invoking(() => new BounceInterpreter(With(limit, value))).Should().Throw<ArgumentOutOfRangeException>().Which.ParamName.Should().Be(limit);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Smallest_and_largest_limit_answer_everything(string limit)
    {
        foreach (var value in (int[])[1, int.MaxValue])
        {
            var interpreter = new BounceInterpreter(With(limit, value));
            foreach (var text in (string[])["", "550 5.1.1 User unknown", Bounce, "{\"event\":\"bounce\",\"email\":\"a@b.org\",\"sg_event_id\":\"1\",\"reason\":\"550 no\"}"])
            {
                interpreter.InterpretText(text).Should().NotBeNull();
                interpreter.Interpret(Encoding.UTF8.GetBytes(text)).Should().NotBeNull();
            }
        }
    }

    [Theory]
    [InlineData(nameof(BounceParserOptions.RuleFiles))]
    [InlineData(nameof(BounceParserOptions.AdviceFolders))]
    public void Paths_are_never_null(string paths)
    {
        FluentActions.Invoking(() => new BounceInterpreter(With(paths, null))).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be(paths);
        FluentActions.Invoking(() => new BounceInterpreter(With(paths, new string[] { null! }))).Should().Throw<ArgumentException>().Which.ParamName.Should().Be(paths);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(60)]
    [InlineData(120)]
    public async Task Message_over_the_limit_is_cut_alike_however_it_comes(int most)
    {
        var interpreter = new BounceInterpreter(new BounceParserOptions { MaxMessageBytes = most });
        foreach (var text in (string[])[Bounce, "550 5.1.1 User unknown " + new string('x', 200), "{\"event\":\"bounce\",\"email\":\"a@b.org\",\"reason\":\"550 5.1.1 User unknown, it says here and at some length\",\"sg_event_id\":\"1\"}"])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var report = interpreter.Interpret(bytes);
            report.IsTruncated.Should().BeTrue(text);
            interpreter.Interpret(new MemoryStream(bytes)).Should().BeEquivalentTo(report, text);
            (await interpreter.InterpretAsync(new MemoryStream(bytes))).Should().BeEquivalentTo(report, text);
        }
    }

    [Fact]
    public void Message_of_just_the_limit_is_whole()
    {
        var bytes = Encoding.UTF8.GetBytes("550 5.1.1 User unknown");
        var report = new BounceInterpreter(new BounceParserOptions { MaxMessageBytes = bytes.Length }).Interpret(new MemoryStream(bytes));
        (report.IsTruncated, report.Diagnoses[0].Reason).Should().Be((false, BounceReason.UserUnknown));
    }

    [Fact]
    public void Missing_line_of_a_log_is_the_callers_mistake() =>
        FluentActions.Invoking(() => BounceInterpreter.Default.InterpretLog([null!]).ToList()).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("lines");

    // Through the name, as a configuration sets it.
    private static BounceParserOptions With(string option, object? value)
    {
        var options = new BounceParserOptions();
        typeof(BounceParserOptions).GetProperty(option)!.SetValue(options, value);
        return options;
    }
}
