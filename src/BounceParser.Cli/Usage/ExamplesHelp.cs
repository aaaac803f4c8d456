using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BounceParser.Cli.Usage;

/// <summary>The usual help, with examples under it.</summary>
internal sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = Examples.Of(command is RootCommand ? "bounceparser" : command.Name);
        if (examples.Count == 0) return result;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        if (command is RootCommand) output.WriteLine(ExitCodes.Described + "\n");
        return result;
    }

    public static void AddTo(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
            if (help.Action is HelpAction usual) help.Action = new ExamplesHelp(usual);
    }
}
