using System.CommandLine;
using System.CommandLine.Parsing;

namespace BounceParser.Cli.Usage;

/// <summary>An option or argument that takes one of a few words; shells complete them, in any case; a wrong one is told with the right ones.</summary>
internal static class OneOfWords
{
    public static void TakesOneOf(this Option<string> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.CustomParser = argument => Word(argument.Tokens[^1].Value, words);
        option.Validators.Add(result => Check(result, option.Name, words));
    }

    public static void TakesOneOf(this Argument<string> argument, params string[] words)
    {
        argument.CompletionSources.Add(words);
        argument.CustomParser = given => Word(given.Tokens[^1].Value, words);
        argument.Validators.Add(result => Check(result, argument.Name, words));
    }

    private static string Word(string given, string[] words) => Array.Find(words, word => word.Equals(given, StringComparison.OrdinalIgnoreCase)) ?? given;

    private static void Check(SymbolResult result, string name, string[] words)
    {
        foreach (var token in result.Tokens.Where(token => !words.Contains(token.Value, StringComparer.OrdinalIgnoreCase)))
            result.AddError($"{name}: {token.Value} is none of {string.Join(", ", words)}");
    }
}
