using System.CommandLine;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;
using BounceParser.Cli.Rules;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser rules</c>: what the catalogue knows, and one's own rules tried out.</summary>
internal static class RulesCommand
{
    public static Command Create(ToolConsole console) => new("rules", "The rules that decide, and a test of your own.")
    {
        List(console),
        Test(console),
    };

    private static string RulesIn(int count) => count == 1 ? "1 rule, nothing is wrong with it" : $"{count} rules, none is wrong";

    private static Command List(ToolConsole console)
    {
        var command = new Command("list", "Prints every built-in rule with its file and line, in the order in which they are tried.");
        command.SetAction(_ =>
        {
            foreach (var rule in RuleText.BuiltIn()) console.Out.WriteLine(TerminalText.Clean(rule.ToString()));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Test(ToolConsole console)
    {
        var file = new Argument<FileInfo>("file") { Description = "A rule file of your own" };
        var texts = new Argument<string[]>("text") { Description = "Replies or pasted texts that its rules should decide", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("test", "Checks a rule file, and tells which rule decides each text; exits 1 when one is not decided by the file.") { file, texts };
        command.SetAction(parsed => Test(parsed.GetValue(file)!, parsed.GetValue(texts) ?? [], console));
        return command;
    }

    private static int Test(FileInfo file, string[] texts, ToolConsole console)
    {
        if (!file.Exists)
        {
            console.Error.WriteLine(TerminalText.Clean($"{file}: {(Directory.Exists(file.FullName) ? "is a folder" : InputError.NoSuchFile)}"));
            return ExitCodes.Unreadable;
        }

        BounceInterpreter interpreter;
        try
        {
            interpreter = new BounceInterpreter(new BounceParserOptions { RuleFiles = [file.FullName] });
        }
        catch (CatalogueException error)
        {
            console.Error.WriteLine(TerminalText.Clean(error.Message));
            return ExitCodes.Negative;
        }

        console.Out.WriteLine($"{TerminalText.Clean(file.Name)}: {RulesIn(RuleText.Of(file.Name, File.ReadAllText(file.FullName)).Count())}");
        var areAllDecided = true;
        foreach (var text in texts)
        {
            var diagnosis = interpreter.InterpretText(text).Diagnoses.FirstOrDefault();
            var rule = diagnosis?.DecidingRule;
            areAllDecided &= rule?.File == file.Name;
            var reason = diagnosis is null ? "no bounce" : Names.Cause(diagnosis.Reason, diagnosis.Situation);
            console.Out.WriteLine(TerminalText.Clean($"{(rule is null ? "no rule" : $"{rule.File}({rule.Line})")}: {reason}: {text}"));
        }

        return areAllDecided ? ExitCodes.Done : ExitCodes.Negative;
    }
}
