using System.CommandLine;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser schema</c>: the JSON Schema of the lines that <c>parse</c> prints.</summary>
internal static class SchemaCommand
{
    public static Command Create(ToolConsole console)
    {
        var command = new Command("schema", "Prints the JSON Schema of what parse --format ndjson writes.");
        command.SetAction(_ =>
        {
            using var schema = new StreamReader(typeof(SchemaCommand).Assembly.GetManifestResourceStream("report.schema.json")!);
            console.Out.Write(schema.ReadToEnd());
            return ExitCodes.Done;
        });
        return command;
    }
}
