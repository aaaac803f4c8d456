using System.CommandLine;
using System.CommandLine.Parsing;

namespace BounceParser.Cli.Commands;

/// <summary>The user's own rules and advice; a wrong file among them is a wrong option, named with its line.</summary>
internal sealed class OwnCatalogue
{
    private readonly Option<string[]> _rules = new("--rules") { Description = "A file of your own rules, tried before ours; may be given several times" };
    private readonly Option<string[]>? _advice;

    private BounceInterpreter? _interpreter;

    private OwnCatalogue(Option<string[]>? advice) => _advice = advice;

    /// <summary>What reads the mails; made while the command line is checked.</summary>
    public BounceInterpreter Interpreter => _interpreter ?? BounceInterpreter.Default;

    /// <summary>For a command that gives diagnoses and no advice.</summary>
    public static OwnCatalogue RulesOf(Command command) => new OwnCatalogue(null).AddTo(command);

    public static OwnCatalogue RulesAndAdviceOf(Command command) => new OwnCatalogue(CommonOptions.AdviceFolders()).AddTo(command);

    private OwnCatalogue AddTo(Command command)
    {
        command.Options.Add(_rules);
        if (_advice is not null) command.Options.Add(_advice);
        command.Validators.Add(Load);
        return this;
    }

    private void Load(CommandResult result)
    {
        var rules = result.GetValue(_rules) ?? [];
        var advice = _advice is null ? [] : result.GetValue(_advice) ?? [];
        // Wrong advice has been told by its own option.
        if (rules.Length + advice.Length == 0 || CommonOptions.ProblemOf(advice) is not null) return;
        try
        {
            _interpreter = new BounceInterpreter(new BounceParserOptions { RuleFiles = rules, AdviceFolders = advice });
        }
        catch (CatalogueException error)
        {
            result.AddError($"{_rules.Name}: {error.Message}");
        }
    }
}
