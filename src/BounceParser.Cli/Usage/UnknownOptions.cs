using System.CommandLine;
using System.CommandLine.Parsing;

namespace BounceParser.Cli.Usage;

/// <summary>Mistyped options. An argument that takes many values would swallow them as paths.</summary>
internal static class UnknownOptions
{
    private const int FurthestTypo = 3;

    /// <summary>A line for each, with the option that was probably meant.</summary>
    public static IReadOnlyList<string> Find(ParseResult parsed) =>
        [.. parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && LooksLikeOption(token.Value))
            .Select(token => Tell(token.Value, parsed.CommandResult.Command))];

    private static bool LooksLikeOption(string value) => value.Length > 1 && value[0] == '-' && !value.Any(char.IsWhiteSpace);

    private static string Tell(string wrong, Command command)
    {
        var name = wrong.Split('=', ':')[0];
        var nearest = command.Options.Where(option => !option.Hidden).Select(option => (option.Name, Distance: Distance(name, option.Name))).OrderBy(pair => pair.Distance).FirstOrDefault();
        var hint = nearest.Name is not null && nearest.Distance <= FurthestTypo ? $" Did you mean {nearest.Name}?" : "";
        return $"{name}: no such option.{hint} (A file of that name: put -- before it.)";
    }

    // Edit distance, two rows of the usual table.
    private static int Distance(string from, string to)
    {
        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
                row[j + 1] = Math.Min(Math.Min(row[j], above[j + 1]) + 1, above[j] + (from[i] == to[j] ? 0 : 1));
            above = row;
        }

        return above[^1];
    }
}
