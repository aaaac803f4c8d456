using System.Globalization;
using BounceParser.Cli.Output;
using Spectre.Console;

namespace BounceParser.Cli.Explaining;

/// <summary>Shows reports to a person: the answer first, then what the server said, then what to do.</summary>
internal sealed class ExplainView(ToolConsole console, ExplainSettings settings)
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    private readonly IAnsiConsole _screen = console.Styled(console.Out, console.HasStyles);

    /// <summary>The number of the attached message that is a bounce; 0 when there is none.</summary>
    public int AttachedBounce { get; init; }

    public void Show(IReadOnlyList<BounceReport> reports)
    {
        var diagnoses = reports.SelectMany(report => report.Diagnoses).ToList();
        if (diagnoses.Count == 0) Paragraph(Word("label.notABounce"));
        for (var i = 0; i < Math.Min(diagnoses.Count, settings.Most); i++)
        {
            if (i > 0) _screen.Write(new Rule().RuleStyle(Style.Plain));
            Show(diagnoses[i]);
        }

        if (diagnoses.Count - settings.Most is > 0 and var more) Paragraph(Word(more == 1 ? "label.more.one" : "label.more.many").Replace("{0}", more.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        if (AttachedBounce > 0) Paragraph(Word("label.attachedBounce").Replace("{0}", AttachedBounce.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        if (reports.Any(report => report.IsTruncated)) Paragraph(Word("label.truncated"));
    }

    private void Show(Diagnosis diagnosis)
    {
        var advice = settings.Book.For(diagnosis, settings.Culture);
        Paragraph(advice.Title, Bold);
        Summary(diagnosis);
        Paragraph(advice.Meaning);
        ServerSaid(diagnosis);
        Paragraph($"{Word("label.move")} {advice.Move}");
        foreach (var audience in settings.Audiences) Steps(advice, audience);
        References(advice);
        if (settings.Why) Why(diagnosis);
    }

    private void Summary(Diagnosis diagnosis)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0));
        Row(grid, "label.recipient", TerminalText.Cut(diagnosis.OriginalRecipient ?? diagnosis.FinalRecipient ?? Word("label.unnamed"), TerminalText.LongestName));
        if (diagnosis.Permanence is { } permanence) Row(grid, "label.final", Word("permanence." + Names.Camel(permanence)));
        Row(grid, "label.responsible", Word("responsible." + Names.Camel(diagnosis.Responsible)));
        Row(grid, "label.recommendation", Word("recommendation." + Names.Camel(diagnosis.Recommendation)));
        _screen.Write(grid);
        _screen.WriteLine();
    }

    private void Row(Grid grid, string label, string value) =>
        grid.AddRow(new Prose(Word(label), new Style(decoration: Decoration.Dim)), new Prose(value));

    private void ServerSaid(Diagnosis diagnosis)
    {
        if (diagnosis.DiagnosticText.Length == 0) return;
        var host = diagnosis.RemoteMta is { } remote ? $" ({TerminalText.Clean(TerminalText.Cut(remote, TerminalText.LongestName))})" : "";
        Line($"{Word("label.serverSaid")}{host}{Colon}", Bold);
        new QuotedText(diagnosis, console).WriteTo(_screen);
        _screen.WriteLine();
    }

    private void Steps(Advice advice, Audience audience)
    {
        var steps = advice.Steps[audience];
        if (steps.Count == 0) return;
        Line(Word("audience." + Names.Camel(audience)), Bold);
        _screen.Write(steps.Count == 1 ? Alone(steps[0]) : Numbered(steps));
        _screen.WriteLine();
    }

    // "Nothing to do, because ..." is no first step.
    private static Grid Alone(string step) => new Grid().AddColumn(new GridColumn().Padding(2, 0, 0, 0)).AddRow(new Prose(step));

    private static Grid Numbered(IReadOnlyList<string> steps)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 1, 0)).AddColumn(new GridColumn().Padding(0, 0));
        for (var i = 0; i < steps.Count; i++)
            grid.AddRow(new Prose((i + 1).ToString(CultureInfo.InvariantCulture) + "."), new Prose(steps[i]));
        return grid;
    }

    private void References(Advice advice)
    {
        if (advice.References.Count == 0) return;
        Line(Word("label.references"), Bold);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 1, 0)).AddColumn(new GridColumn().Padding(0, 0));
        foreach (var reference in advice.References) grid.AddRow(new Prose("-"), new Prose(reference));
        _screen.Write(grid);
        _screen.WriteLine();
    }

    private void Why(Diagnosis diagnosis)
    {
        var rule = diagnosis.DecidingRule is { } decided ? $"{decided.File}({decided.Line})" : Word("label.noRule");
        Paragraph($"{Word("label.rule")}{Colon} {rule} → {Names.Cause(diagnosis.Reason, diagnosis.Situation)}");
        if (diagnosis.Alternatives.Count > 0) Paragraph($"{Word("label.alternatives")}{Colon} {string.Join(", ", diagnosis.Alternatives)}");
    }

    private void Paragraph(string text, Style? style = null)
    {
        Line(text, style);
        _screen.WriteLine();
    }

    private void Line(string text, Style? style)
    {
        _screen.Write(new Prose(text, style));
        _screen.WriteLine();
    }

    private string Colon => Word("colon");

    private string Word(string key) => settings.Word(key);
}
