using System.Diagnostics;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Hostile;

/// <summary>Files of the user's own may come from anybody: they are bounded, and refused with file and line.</summary>
public sealed class HostileCatalogueTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    // Only a blow-up takes so long.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("catalogue").FullName;

    public static TheoryData<string, string, int, string> Rules => new()
    {
        { "a set of sets that doubles with each line", "$a0 = full | empty\n" + Each(40, index => $"$a{index + 1} = $a{index} | $a{index}\n"), 14, "more than 10000 members" },
        { "a rule of a megabyte", "MailboxFull : " + Each(Megabyte / 16, _ => "text \"over it\", ") + "text \"over it\"\n", 1, "longer than 65536 characters" },
        { "a line that goes on for ever", "\nMailboxFull : text \"over quota\"\n" + Each(20_000, _ => "  , text \"over quota\"\n"), 2, "longer than 65536 characters" },
        { "too many rules", Each(20_001, index => $"MailboxFull : text \"over quota\", reply {400 + (index % 100)}\n"), 20_001, "more than 20000 rules" },
        { "a file of 5 MB", Each(5 * Megabyte / 2, _ => "#\n"), 0, "larger than 4194304 bytes" },
        { "commas", "MailboxFull : " + new string(',', 60_000), 1, "expected" },
        { "a quotation that never ends", "MailboxFull : text \"" + new string('a', 60_000), 1, "a quote is not closed" },
        { "a reason that is no failure", "Complaint : text \"reported as spam\"\n", 1, "no reason why a mail is refused" },
        { "bytes of no text", "\0\u0001\ufffd\n", 1, "expected" },
    };

    public static TheoryData<string, string, int, string> Advice => new()
    {
        { "a section of many lines", "## UserUnknown\nTitle\n\n" + Each(100_000, _ => "words\n"), 10_925, "more than 65536 characters" },
        { "a step of many lines", "## UserUnknown\nTitle\n\nMeaning.\n\n### sender\n1. Step\n" + Each(100_000, _ => "words\n"), 10_924, "more than 65536 characters" },
        { "braces", "## UserUnknown\nTitle\n\n" + new string('{', 60_000) + "\n", 4, "a brace" },
        { "a file of 5 MB", Each(5 * Megabyte / 2, _ => "#\n"), 0, "larger than 4194304 bytes" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Rules))]
    public void Rule_file_is_refused(string what, string text, int line, string problem) => Refused(what, new BounceParserOptions { RuleFiles = [Write("own.rules", text)] }, "own.rules", line, problem);

    [Theory, MemberData(nameof(Advice))]
    public void Advice_is_refused(string what, string text, int line, string problem)
    {
        Write("advice/en/own.md", text);
        Refused(what, new BounceParserOptions { AdviceFolders = [Path.Combine(_folder, "advice")] }, "own.md", line, problem);
    }

    [Fact]
    public void Many_files_hold_no_more_rules_than_the_index_can_number()
    {
        var file = Write("own.rules", Each(20_000, index => $"MailboxFull : reply {400 + (index % 100)}\n"));
        Refused("a file, read four times", new BounceParserOptions { RuleFiles = [file, file, file, file] }, "own.rules", 0, "more than 60000 rules");
    }

    [LinuxFact]
    public void Device_without_an_end_is_refused()
    {
        Refused("a device", new BounceParserOptions { RuleFiles = ["/dev/zero"] }, "zero", 0, "larger than");
    }

    [Fact]
    public void Folder_and_missing_file_are_refused()
    {
        Refused("a folder", new BounceParserOptions { RuleFiles = [_folder] }, Path.GetFileName(_folder), 0, "cannot be read");
        Refused("nothing", new BounceParserOptions { RuleFiles = [Path.Combine(_folder, "missing.rules")] }, "missing.rules", 0, "cannot be read");
    }

    [Theory]
    [InlineData("en/own.md")]
    [InlineData("en")]
    public void Link_out_of_the_folder_is_refused(string link)
    {
        var secret = Write("secret/own.md", "## UserUnknown\nTitle\n\nMeaning.\n");
        Write("advice/fr/own.md", "## UserUnknown\nTitre\n\nSens.\n");
        var path = Path.Combine(_folder, "advice", link);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (link == "en") Directory.CreateSymbolicLink(path, Path.GetDirectoryName(secret)!);
        else File.CreateSymbolicLink(path, secret);
        Refused("a link", new BounceParserOptions { AdviceFolders = [Path.Combine(_folder, "advice")] }, Path.GetFileName(link), 0, "leads out of the folder");
    }

    [Fact]
    public void Link_within_the_folder_is_followed()
    {
        var here = Write("advice/shared/own.md", "## UserUnknown\nTitle\n\nMeaning.\n");
        Directory.CreateDirectory(Path.Combine(_folder, "advice", "en"));
        File.CreateSymbolicLink(Path.Combine(_folder, "advice", "en", "own.md"), here);
        AdviceBook.Load([Path.Combine(_folder, "advice")]).For(BounceReason.UserUnknown, null, "en").Title.Should().Be("Title");
    }

    [Fact]
    public void More_than_a_hundred_languages_are_refused()
    {
        for (var index = 0; index <= 100; index++) Write($"advice/l{index}/own.md", "");
        Refused("languages", new BounceParserOptions { AdviceFolders = [Path.Combine(_folder, "advice")] }, "advice", 0, "more than 100 folders");
    }

    [Fact]
    public void Rules_of_many_sets_and_gaps_stay_fast_on_every_text()
    {
        var rules = "$any = a | aa | aaa | a a | a a a\n" + Each(200, index => $"MailboxFull/s{index} : text \"quota ... $any $any $any $any $any ... $any $any $any ... z{index}\"\n");
        var watch = Stopwatch.StartNew();
        var interpreter = new BounceInterpreter(new BounceParserOptions { RuleFiles = [Write("own.rules", rules)] });
        var diagnosis = interpreter.InterpretText("550 5.1.1 quota " + Each(1_000, _ => "a ") + "quota a a a a").Diagnoses[0];
        watch.Elapsed.Should().BeLessThan(Longest);
        diagnosis.Reason.Should().Be(BounceReason.UserUnknown, "no rule of these fits");
    }

    private static void Refused(string what, BounceParserOptions options, string file, int line, string problem)
    {
        var watch = Stopwatch.StartNew();
        var refused = FluentActions.Invoking(() => new BounceInterpreter(options)).Should().Throw<CatalogueException>(what).Which;
        watch.Elapsed.Should().BeLessThan(Longest);
        (refused.File, refused.Line).Should().Be((file, line));
        refused.Message.Should().Contain(problem);
    }

    private static string Each(int many, Func<int, string> piece) => string.Concat(Enumerable.Range(0, many).Select(piece));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
