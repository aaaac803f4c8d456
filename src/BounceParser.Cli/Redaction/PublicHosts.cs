namespace BounceParser.Cli.Redaction;

/// <summary>Hosts that name nobody: those of the large providers and of blocklists. Who refused must stay readable.</summary>
internal sealed class PublicHosts
{
    private readonly HashSet<string> _suffixes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The providers that the library knows, and the hosts that this report's facts speak of.</summary>
    public PublicHosts(BounceReport report)
    {
        using var table = new StreamReader(typeof(BounceInterpreter).Assembly.GetManifestResourceStream("Providers.tsv")!);
        while (table.ReadLine() is { } line)
            foreach (var name in line.Split('\t').Skip(1).SelectMany(cell => cell.Split(','))) Keep(name);
        foreach (var diagnosis in report.Diagnoses)
        {
            Keep(diagnosis.Facts.Blocklist ?? "");
            if (Uri.TryCreate(diagnosis.Facts.Url, UriKind.Absolute, out var page)) Keep(page.Host);
        }
    }

    public bool Contains(string host)
    {
        for (var at = 0; at >= 0; at = host.IndexOf('.', at) is var dot && dot >= 0 ? dot + 1 : -1)
            if (_suffixes.Contains(host[at..])) return true;
        return false;
    }

    // A marker such as "support.google.com/mail" begins with its host.
    private void Keep(string name)
    {
        var host = name.Split('/', ' ')[0].Trim('.');
        if (host.Contains('.', StringComparison.Ordinal) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')) _suffixes.Add(host);
    }
}
