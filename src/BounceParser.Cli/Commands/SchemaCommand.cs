using System.CommandLine;
using BounceParser.Cli.Usage;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser schema</c>: the JSON Schemas of what is written and read.</summary>
internal static class SchemaCommand
{
    private static readonly string[] Names = ["report", "service"];

    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("name") { Description = "report: a line of parse --format ndjson; service: the file of explain --service", DefaultValueFactory = _ => "report" };
        name.TakesOneOf(Names);
        var command = new Command("schema", "Prints the JSON Schema of what parse writes, or of what --service reads.") { name };
        command.SetAction(parsed =>
        {
            using var schema = new StreamReader(typeof(SchemaCommand).Assembly.GetManifestResourceStream($"{parsed.GetValue(name)}.schema.json")!);
            console.Out.Write(schema.ReadToEnd());
            return ExitCodes.Done;
        });
        return command;
    }
}
