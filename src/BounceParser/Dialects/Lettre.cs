using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The error of Rust's lettre as a program prints it: the reply's code digit by digit in words, and the server's own behind it, or none.</summary>
internal sealed class Lettre : MailLibraryError
{
    private const string Severity = "severity: ", Category = "category: ", Detail = "detail: ", Lines = "message: [";
    private const int MostLines = 100;

    // RFC 5321 section 4.2.1: what each digit means.
    private static readonly (string Name, char Digit)[] Severities = [("TransientNegativeCompletion", '4'), ("PermanentNegativeCompletion", '5')];
    private static readonly (string Name, char Digit)[] Categories =
        [("Syntax", '0'), ("Information", '1'), ("Connections", '2'), ("Unspecified3", '3'), ("Unspecified4", '4'), ("MailSystem", '5')];

    private static readonly (string Name, char Digit)[] Details =
        [("Zero", '0'), ("One", '1'), ("Two", '2'), ("Three", '3'), ("Four", '4'), ("Five", '5'), ("Six", '6'), ("Seven", '7'), ("Eight", '8'), ("Nine", '9')];

    public override string Name => "lettre";

    public override IReadOnlyList<string> Markers { get; } = [.. Severities.Select(severity => severity.Name.ToLowerInvariant())];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var code = $"{Digit(words, Severity, Severities)}{Digit(words, Category, Categories)}{Digit(words, Detail, Details)}";
        return code.Length < 3 ? null : Told(text, [new RecipientEvidence { DiagnosticText = $"{code} {Message(words)}".TrimEnd() }]);
    }

    // message: ["5.7.1 first line", "second"]
    private static string Message(string words)
    {
        var at = words.IndexOf(Lines, StringComparison.Ordinal);
        if (at < 0) return "";
        var lines = new List<string>();
        var rest = words.AsSpan(at + Lines.Length);
        while (rest is ['"', ..] && lines.Count < MostLines)
        {
            lines.Add(QuotedLiteral.Read(rest, out var length));
            rest = rest[Math.Min(length + 1, rest.Length)..].TrimStart(", ");
        }

        return string.Join('\n', lines);
    }

    private static char? Digit(string words, string label, (string Name, char Digit)[] names)
    {
        var at = words.IndexOf(label, StringComparison.Ordinal);
        if (at < 0) return null;
        var name = words.AsSpan(at + label.Length);
        foreach (var known in names)
            if (name.StartsWith(known.Name, StringComparison.Ordinal)) return known.Digit;
        return null;
    }
}
