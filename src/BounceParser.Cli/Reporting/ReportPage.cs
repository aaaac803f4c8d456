using System.Text;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Reporting;

/// <summary>One HTML file that needs nothing beside it: no network, no script.</summary>
internal sealed class ReportPage(BounceFigures figures, ReportWords words, AdviceBook book)
{
    private const int MostAddresses = 500;

    /// <summary>As in report.css: how many rows of evidence are printed.</summary>
    private const int MostOnPaper = 3;

    // Should encoding ever fail, the browser still neither runs nor loads anything.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    private readonly StringBuilder _page = new();

    public string Write()
    {
        Head();
        if (figures.Failures + figures.Delays + figures.Complaints == 0) Add($"<p>{Word("nothing")}</p>\n");
        else
        {
            Causes("own", figures.Own);
            Addresses();
            Causes("other", figures.Others);
            Tables();
        }

        Add($"</main>\n<footer>{Word("footer")}</footer>\n</body>\n</html>\n");
        return _page.ToString();
    }

    private void Head()
    {
        using var styles = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!);
        Add($"<!DOCTYPE html>\n<html lang=\"{words.Language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Word("title")}</title>\n<style>\n{styles.ReadToEnd()}</style>\n</head>\n<body>\n<header>\n<h1>{Word("title")}</h1>\n");
        Add($"<p class=\"soft\">{words.Count("subtitle", figures.Messages)}{Period()}</p>\n<dl class=\"tiles\">\n");
        Tile("own", figures.Own.Sum(group => group.Count));
        Tile("failures", figures.Failures);
        Tile("delays", figures.Delays);
        Tile("complaints", figures.Complaints);
        Tile("drop", figures.ToDrop.Count);
        Tile("review", figures.ToReview);
        if (figures.Unreadable > 0) Tile("unreadable", figures.Unreadable);
        Add("</dl>\n</header>\n<main>\n");
    }

    private string Period()
    {
        if (figures.Days.Count == 0) return "";
        var (first, last) = (figures.Days.Keys.First(), figures.Days.Keys.Last());
        return ", " + (first == last ? words.Form("day", figures.Messages) : words["period"]).Replace("{0}", words.Day(first), StringComparison.Ordinal).Replace("{1}", words.Day(last), StringComparison.Ordinal);
    }

    // The number stands first in a tile, and the words first in its sentence: the order is turned by the style alone.
    private void Tile(string name, int count) => Add($"<div class=\"{name}\"><dt>{Word(name)}</dt><dd>{words.Number(count)}</dd></div>\n");

    private void Causes(string name, IReadOnlyList<CauseGroup> groups)
    {
        Add($"<section class=\"{name}\">\n<h2>{Word($"{name}.title")}</h2>\n<p class=\"soft\">{Word(groups.Count == 0 ? $"{name}.none" : $"{name}.lead")}</p>\n");
        foreach (var group in groups) Cause(group, isOpen: name == "own" && group == groups[0]);
        Add("</section>\n");
    }

    private void Cause(CauseGroup group, bool isOpen)
    {
        var advice = book.For(group.Reason, group.Situation, words.Language);
        Add($"<details{(isOpen ? " open" : "")}>\n<summary><h3>{HtmlText.Encode(advice.Title)}</h3><span class=\"count\">{words.Number(group.Count)}</span></summary>\n<p>{HtmlText.Advice(advice.Meaning)}</p>\n");
        Add($"<p><strong>{HtmlText.Encode(book.Word("label.move", words.Language))}</strong> {HtmlText.Advice(advice.Move)}</p>\n");
        Add("<div class=\"steps\">\n");
        Steps(advice, Audience.ListOwner);
        Steps(advice, Audience.SenderAdministrator);
        References(advice);
        Add("</div>\n");
        Evidence(group);
        Add("</details>\n");
    }

    private void Steps(Advice advice, Audience audience)
    {
        if (advice.Steps[audience] is not { Count: > 0 } steps) return;
        Add($"<div>\n<h4>{HtmlText.Encode(book.Word("audience." + Names.Camel(audience), words.Language))}</h4>\n<ol>\n");
        foreach (var step in steps) Add($"<li>{HtmlText.Advice(step)}</li>\n");
        Add("</ol>\n</div>\n");
    }

    private void References(Advice advice)
    {
        if (advice.References.Count == 0) return;
        Add($"<div>\n<h4>{HtmlText.Encode(book.Word("label.references", words.Language))}</h4>\n<ul>\n");
        foreach (var reference in advice.References) Add($"<li>{HtmlText.Advice(reference)}</li>\n");
        Add("</ul>\n</div>\n");
    }

    private void Evidence(CauseGroup group)
    {
        var caption = words.Count("evidence", group.Count) + (group.Count > group.Examples.Count ? $" {words["evidence.more"].Replace("{0}", words.Number(group.Examples.Count), StringComparison.Ordinal)}" : "");
        Add($"<h4>{Word("evidence")}</h4>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlText.Encode(caption)}\">\n<table class=\"evidence\">\n<caption>{HtmlText.Encode(caption)}</caption>\n<thead><tr>");
        foreach (var column in new[] { "recipient", "words", "date", "source" }) Add($"<th scope=\"col\">{Word($"column.{column}")}</th>");
        Add("</tr></thead>\n<tbody>\n");
        foreach (var example in group.Examples)
            Add($"<tr><th scope=\"row\">{HtmlText.Foreign(example.Recipient)}</th><td class=\"words\">{HtmlText.Foreign(example.Words)}</td><td class=\"day\">{(example.Date is { } date ? words.Day(DateOnly.FromDateTime(date.UtcDateTime)) : "")}</td><td>{HtmlText.Foreign(example.Source)}</td></tr>\n");
        Add("</tbody>\n</table>\n</div>\n");
        if (group.Examples.Count > MostOnPaper) Add($"<p class=\"paper\">{Word("evidence.paper").Replace("{0}", words.Number(MostOnPaper), StringComparison.Ordinal)}</p>\n");
    }

    private void Addresses()
    {
        Add($"<section>\n<h2>{Word("drop.title")}</h2>\n<p class=\"soft\">{Word(figures.ToDrop.Count == 0 ? "drop.none" : "drop.lead")}</p>\n");
        if (figures.ToDrop.Count > 0)
        {
            Add($"<details>\n<summary><h3>{Word("drop")}</h3><span class=\"count\">{words.Number(figures.ToDrop.Count)}</span></summary>\n<ul>\n");
            foreach (var (address, example) in figures.ToDrop.Take(MostAddresses)) Add($"<li>{HtmlText.Foreign(address)} <span class=\"soft\">{HtmlText.Foreign(example.Words, 160)}</span></li>\n");
            Add("</ul>\n");
            if (figures.ToDrop.Count > MostAddresses) Add($"<p>{HtmlText.Encode(words.Count("drop.more", figures.ToDrop.Count - MostAddresses))}</p>\n");
            Add("</details>\n");
        }

        Add("</section>\n");
    }

    private void Tables()
    {
        Add($"<section>\n<h2>{Word("tables.title")}</h2>\n");
        Table("reasons.title", "reason", figures.Reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (book.For(pair.Key, null, words.Language).Title, pair.Value)));
        Table("providers.title", "provider", figures.Providers.Where(pair => pair.Key.Length > 0).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)),
            (words["providers.unknown"], figures.Providers.GetValueOrDefault("")));
        // A single column would say nothing.
        var hasChart = figures.Days.Count > 1;
        if (hasChart) Add($"<h3>{Word("days.title")}</h3>\n{BarChart.Days(figures.Days, words)}\n");
        Table(hasChart ? "days.figures" : "days.title", "day", figures.Days.Select(pair => (words.Day(pair.Key), pair.Value)), (words["days.undated"], figures.Undated));
        Add("</section>\n");
    }

    /// <param name="caption">What it is called.</param>
    /// <param name="column">What its rows are.</param>
    /// <param name="rows">Each with a bar beside its number.</param>
    /// <param name="rest">What belongs to no row: a number without a bar, which would dwarf the others.</param>
    private void Table(string caption, string column, IEnumerable<(string Name, int Count)> rows, (string Name, int Count) rest = default)
    {
        var all = rows.ToList();
        var largest = all.Select(row => row.Count).DefaultIfEmpty().Max();
        if (largest + rest.Count == 0) return;
        Add($"<table class=\"figures\">\n<caption>{Word(caption)}</caption>\n<thead><tr><th scope=\"col\">{Word($"column.{column}")}</th><th scope=\"colgroup\" colspan=\"2\">{Word("column.count")}</th></tr></thead>\n<tbody>\n");
        foreach (var (label, count) in all)
            Add($"<tr><th scope=\"row\">{HtmlText.Encode(label)}</th><td class=\"number\">{words.Number(count)}</td><td class=\"chart\">{BarChart.Bar(count, largest)}</td></tr>\n");
        if (rest.Count > 0) Add($"<tr class=\"soft\"><th scope=\"row\">{HtmlText.Encode(rest.Name)}</th><td class=\"number\">{words.Number(rest.Count)}</td><td class=\"chart\"></td></tr>\n");
        Add("</tbody>\n</table>\n");
    }

    private string Word(string key) => HtmlText.Encode(words[key]);

    private void Add(string html) => _page.Append(html);
}
