using System.Globalization;

namespace BounceParser.Cli.Reporting;

/// <summary>What the page itself says, in one language.</summary>
internal sealed class ReportWords
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <param name="culture">As in <c>fr-CA</c>; a language without words of its own is read in English.</param>
    public ReportWords(string culture)
    {
        Language = culture.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
        using var lines = new StreamReader(typeof(ReportWords).Assembly.GetManifestResourceStream($"report.{Language}.txt")!);
        while (lines.ReadLine() is { } line)
            if (line.Split(" = ", 2) is [var key, var word]) _words[key] = word;
    }

    public string Language { get; }

    public string this[string key] => _words[key];

    /// <summary>The form of a word that goes with so many: that for one also in French where it is none.</summary>
    public string Form(string key, int count) => _words[$"{key}.{(count == 1 || (count == 0 && Language == "fr") ? "one" : "many")}"];

    /// <summary>A word with numbers in its places {0}, {1}; the first chooses its form.</summary>
    public string Count(string key, params ReadOnlySpan<int> numbers)
    {
        var text = Form(key, numbers[0]);
        for (var i = 0; i < numbers.Length; i++) text = text.Replace($"{{{i}}}", Number(numbers[i]), StringComparison.Ordinal);
        return text;
    }

    /// <summary>A day as the language writes it: 2026-11-24, which reads the same on both shores, and 24/11/2026.</summary>
    public string Day(DateOnly day) => day.ToString(_words["date"], CultureInfo.InvariantCulture);

    /// <summary>Digits in groups of three: 12,345 and 12 345.</summary>
    public string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", Language == "fr" ? "\u202F" : ",", StringComparison.Ordinal);
}
