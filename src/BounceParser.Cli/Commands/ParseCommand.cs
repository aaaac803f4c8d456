using System.CommandLine;
using System.CommandLine.Parsing;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;
using BounceParser.Cli.Parsing;
using BounceParser.Cli.Usage;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser parse</c>: many messages in, one line each out.</summary>
internal static class ParseCommand
{
    public static Command Create(ToolConsole console)
    {
        var paths = CommonOptions.Paths();
        var format = new Option<string>("--format") { Description = "How to print: ndjson (usual), json, csv, table; " + CsvText.Guard, DefaultValueFactory = _ => "ndjson" };
        format.TakesOneOf(ReportFormats.Names);
        var fields = new Option<string?>("--fields") { Description = "Only these, with commas between: " + string.Join(',', Columns.All.Select(column => column.Name)) };
        fields.Validators.Add(value => CheckFields(value));
        var filter = new FilterOptions();
        var jobs = CommonOptions.Jobs();
        var lines = new Option<bool>("--lines") { Description = "Read each line of a text as one SMTP reply, log line or JSON of a sending service" };
        var follow = new Option<bool>("--follow") { Description = "With --lines: wait for what is written to the log next; rotation is survived" };

        var command = new Command("parse", "Reads messages and prints one line for each.") { paths, format, fields, filter.Since, filter.Reason, filter.Recipient, filter.OnlyFailures, jobs, lines, follow };
        var own = OwnCatalogue.RulesOf(command);
        command.Validators.Add(result => CheckFollow(result, lines, follow, paths));
        command.SetAction((parsed, cancellation) =>
        {
            var columns = parsed.GetValue(fields) is { } names ? Columns.Named(Names(names)) : null;
            var run = new ParseRun(own.Interpreter, console, filter.Read(parsed), ReportFormats.Create(parsed.GetValue(format)!, columns, console));
            return parsed.GetValue(lines)
                ? run.LinesAsync(parsed.GetValue(paths)!, parsed.GetValue(follow), cancellation)
                : run.MessagesAsync(parsed.GetValue(paths)!, parsed.GetValue(jobs), cancellation);
        });
        return command;
    }

    private static string[] Names(string fields) => fields.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void CheckFields(OptionResult value)
    {
        var names = Names(value.GetValueOrDefault<string?>() ?? "");
        if (names.Length == 0) value.AddError("--fields: name at least one field");
        else if (Columns.FirstUnknown(names) is { } unknown) value.AddError($"--fields: no field {unknown}. There are: {string.Join(", ", Columns.All.Select(column => column.Name))}");
    }

    private static void CheckFollow(CommandResult result, Option<bool> lines, Option<bool> follow, Argument<string[]> paths)
    {
        if (!result.GetValue(follow)) return;
        if (!result.GetValue(lines)) result.AddError("--follow reads a log: add --lines");
        else if (result.GetValue(paths) is not [var path] || path == MailSource.StandardInput) result.AddError("--follow takes one log file; the standard input is read to its end without it");
    }
}
