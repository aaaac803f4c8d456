using System.CommandLine;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;
using BounceParser.Cli.Suppression;
using BounceParser.Cli.Usage;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser suppress</c>: the addresses to drop from a list, and nothing that is not sure.</summary>
internal static class SuppressCommand
{
    public static Command Create(ToolConsole console)
    {
        var paths = CommonOptions.Paths();
        var format = new Option<string>("--format") { Description = "How to print: text (usual), csv or json with the evidence; " + CsvText.Guard, DefaultValueFactory = _ => "text" };
        format.TakesOneOf(SuppressionFormats.Names);
        var minBounces = CommonOptions.Number("--min-bounces", "On how many days an address must have bounced", 1);
        var within = CommonOptions.Number("--within", "Count only the bounces of so many days; those without a date do not count", 0);
        var proof = new Option<bool>("--require-proof") { Description = "Count only bounces that return the Message-ID or the envelope id of a mail of ours" };
        var sent = new Option<FileInfo>("--sent") { Description = "With --require-proof: the ids that were sent, one a line; a bounce must return one of them" };
        sent.TakesFile();
        var jobs = CommonOptions.Jobs();

        var command = new Command("suppress", "Prints the addresses to drop: those whose own server says that they are dead, and those that complained.") { paths, format, minBounces, within, proof, sent, jobs };
        var own = OwnCatalogue.RulesOf(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var days = parsed.GetValue(within);
            var list = new SuppressionList(new SuppressionPolicy
            {
                MinBounces = parsed.GetValue(minBounces),
                Since = days > 0 ? DateTimeOffset.UtcNow.AddDays(-days) : null,
                RequireProof = parsed.GetValue(proof) || parsed.GetValue(sent) is not null,
                Sent = parsed.GetValue(sent) is { } file ? SentIds(file.FullName) : null,
            });
            var anyUnreadable = false;
            await new MailFolderReading(console, own.Interpreter).ReadAsync(parsed.GetValue(paths)!, parsed.GetValue(jobs), Take, cancellation).ConfigureAwait(false);
            SuppressionFormats.Write(parsed.GetValue(format)!, list.Dropped(), console.Out);
            console.Error.WriteLine($"{list.Dropped().Count()} to drop, {list.LeftToRead} left to read by hand");
            return anyUnreadable ? ExitCodes.Unreadable : ExitCodes.Done;

            void Take(MailResult result)
            {
                list.Add(result);
                if (result.Error is not { } error) return;
                anyUnreadable = true;
                console.Error.WriteLine($"{TerminalText.Clean(result.Source)}: {TerminalText.Clean(error)}");
            }
        });
        return command;
    }

    private static HashSet<string> SentIds(string path) => [.. File.ReadLines(path).Select(line => line.Trim().TrimStart('<').TrimEnd('>')).Where(id => id.Length > 0)];
}
