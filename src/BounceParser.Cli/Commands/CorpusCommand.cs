using System.CommandLine;
using BounceParser.Cli.Corpus;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser corpus</c>: a folder of bounces, each with its expected result beside it.</summary>
internal static class CorpusCommand
{
    public static Command Create(ToolConsole console) => new("corpus", "Bounces with their expected results, as unit tests.")
    {
        Verify(console),
        Record(console),
        Stats(console),
    };

    private static Command Verify(ToolConsole console)
    {
        var folder = Folder();
        var command = new Command("verify", "Compares every sample of a folder with its .expected.json; exits 1 when one differs.") { folder };
        var own = OwnCatalogue.RulesOf(command);
        command.SetAction(parsed =>
        {
            if (!Exists(parsed.GetValue(folder)!, console)) return ExitCodes.Unreadable;
            int samples = 0, failed = 0, unreviewed = 0;
            foreach (var sample in Sample.Find(parsed.GetValue(folder)!))
            {
                var result = SampleCheck.Run(sample, own.Interpreter);
                samples += result.Count;
                failed += result.Failed;
                unreviewed += result.Unreviewed;
                foreach (var difference in result.Differences) console.Out.WriteLine(TerminalText.Clean($"{sample.Path}: {difference}"));
            }

            console.Out.WriteLine($"{samples} samples, {failed} failed, {unreviewed} unreviewed");
            return failed == 0 ? ExitCodes.Done : ExitCodes.Negative;
        });
        return command;
    }

    private static Command Record(ToolConsole console)
    {
        var folder = Folder();
        var command = new Command("record", "Writes the .expected.json of the samples that have none, marked \"reviewed\": false until a person has read them.") { folder };
        var own = OwnCatalogue.RulesOf(command);
        command.SetAction(parsed =>
        {
            if (!Exists(parsed.GetValue(folder)!, console)) return ExitCodes.Unreadable;
            foreach (var sample in Sample.Find(parsed.GetValue(folder)!).Where(sample => !File.Exists(sample.ExpectedPath)))
            {
                File.WriteAllText(sample.ExpectedPath, SampleRecord.Write(sample, own.Interpreter));
                console.Out.WriteLine(TerminalText.Clean(sample.ExpectedPath));
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Stats(ToolConsole console)
    {
        var folder = Folder();
        var command = new Command("stats", "Counts what a folder of samples holds: kinds, dialects, reasons and situations.") { folder };
        var own = OwnCatalogue.RulesOf(command);
        command.SetAction(parsed =>
        {
            if (!Exists(parsed.GetValue(folder)!, console)) return ExitCodes.Unreadable;
            CorpusStats.Of(Sample.Find(parsed.GetValue(folder)!), own.Interpreter).Write(console.Out);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Argument<string> Folder() => new("folder") { Description = "A folder of .eml, .txt and .lines samples" };

    private static bool Exists(string folder, ToolConsole console)
    {
        if (Directory.Exists(folder)) return true;
        console.Error.WriteLine($"{TerminalText.Clean(folder)}: {(File.Exists(folder) ? "is a file, not a folder" : InputError.NoSuchFile)}");
        return false;
    }
}
