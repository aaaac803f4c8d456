using System.Globalization;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Explaining;

/// <summary>Explains reports as Markdown, for a ticket or a mail.</summary>
internal sealed class ExplainMarkdown(TextWriter output, ExplainSettings settings)
{
    public void Show(IReadOnlyList<BounceReport> reports)
    {
        var diagnoses = reports.SelectMany(report => report.Diagnoses).ToList();
        if (diagnoses.Count == 0) output.WriteLine(settings.Word("label.notABounce"));
        foreach (var diagnosis in diagnoses.Take(settings.Most)) Show(diagnosis);
    }

    private void Show(Diagnosis diagnosis)
    {
        var advice = settings.Book.For(diagnosis, settings.Culture);
        string?[] facts = [diagnosis.FinalRecipient, diagnosis.OriginalRecipient, diagnosis.RemoteMta, diagnosis.Facts.Url, diagnosis.Facts.Host, diagnosis.Facts.Sender, diagnosis.Facts.NewAddress, diagnosis.Facts.Blocklist, diagnosis.Facts.TlsError];
        string Prose(string text) => MarkdownText.Prose(text, facts);

        output.WriteLine($"# {Prose(advice.Title)}\n");
        Row("label.recipient", (diagnosis.OriginalRecipient ?? diagnosis.FinalRecipient) is { } recipient ? MarkdownText.Code(TerminalText.Cut(recipient, TerminalText.LongestName)) : settings.Word("label.unnamed"));
        if (diagnosis.Permanence is { } permanence) Row("label.final", settings.Word("permanence." + Names.Camel(permanence)));
        Row("label.responsible", settings.Word("responsible." + Names.Camel(diagnosis.Responsible)));
        Row("label.recommendation", settings.Word("recommendation." + Names.Camel(diagnosis.Recommendation)));
        output.WriteLine($"\n{Prose(advice.Meaning)}\n");
        if (diagnosis.DiagnosticText.Length > 0)
        {
            var host = diagnosis.RemoteMta is { } remote ? $" ({MarkdownText.Code(TerminalText.Cut(remote, TerminalText.LongestName))})" : "";
            output.WriteLine($"{settings.Word("label.serverSaid")}{host}{settings.Word("colon")}\n\n{MarkdownText.Block(TerminalText.Cut(diagnosis.DiagnosticText, TerminalText.LongestSaid))}");
        }

        output.WriteLine($"**{settings.Word("label.move")}** {Prose(advice.Move)}\n");
        foreach (var audience in settings.Audiences) Steps(audience, [.. advice.Steps[audience].Select(Prose)]);
        if (advice.References.Count > 0) output.WriteLine($"## {settings.Word("label.references")}\n\n{string.Concat(advice.References.Select(reference => $"- {MarkdownText.Reference(reference)}\n"))}");
        if (settings.Why && diagnosis.DecidingRule is { } rule) output.WriteLine($"{settings.Word("label.rule")}{settings.Word("colon")} {rule.File}({rule.Line})\n");
    }

    private void Row(string label, string value) => output.WriteLine($"- **{settings.Word(label)}**{settings.Word("colon")} {value}");

    private void Steps(Audience audience, IReadOnlyList<string> steps)
    {
        if (steps.Count == 0) return;
        output.WriteLine($"## {settings.Word("audience." + Names.Camel(audience))}\n");
        if (steps.Count == 1) output.WriteLine(steps[0]);
        else for (var i = 0; i < steps.Count; i++) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {steps[i]}"));
        output.WriteLine();
    }
}
