namespace BounceParser.Cli.Redaction;

/// <summary>Hosts that name nobody: those of the large providers and of blocklists. Who refused must stay readable.</summary>
internal sealed class PublicHosts
{
    // "RESOLVER.ADR.RecipientNotFound" looks like a host, and says why.
    private static readonly HashSet<string> ExchangeParts = new(StringComparer.OrdinalIgnoreCase) { "resolver", "storedrv", "routing", "submission", "agent", "transport", "recipient", "queue", "smtpsend" };

    private readonly HashSet<string> _suffixes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The providers that the library knows, the hosts by which it knows a program's reports, and those that this report's facts speak of.</summary>
    public PublicHosts(BounceReport report)
    {
        foreach (var cells in Rows("Providers.tsv"))
            foreach (var name in cells.Skip(1).SelectMany(cell => cell.Split(','))) Keep(name);
        foreach (var cells in Rows("Dialects.tsv"))
            foreach (var word in cells[^1].Split(' ', '@', '<', '>', ':')) Keep(word);
        foreach (var diagnosis in report.Diagnoses)
        {
            Keep(diagnosis.Facts.Blocklist ?? "");
            if (Uri.TryCreate(diagnosis.Facts.Url, UriKind.Absolute, out var page)) Keep(page.Host);
        }
    }

    public bool Contains(string host)
    {
        if (ExchangeParts.Contains(host.Split('.')[0])) return true;
        for (var at = 0; at >= 0; at = host.IndexOf('.', at) is var dot && dot >= 0 ? dot + 1 : -1)
            if (_suffixes.Contains(host[at..])) return true;
        return false;
    }

    private static IEnumerable<string[]> Rows(string table)
    {
        using var reader = new StreamReader(typeof(BounceInterpreter).Assembly.GetManifestResourceStream(table)!);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line.Split('\t');
    }

    // A marker such as "support.google.com/mail" begins with its host.
    private void Keep(string name)
    {
        var host = name.Split('/', ' ')[0].Trim('.');
        if (host.Contains('.', StringComparison.Ordinal) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')) _suffixes.Add(host);
    }
}
