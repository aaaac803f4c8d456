using System.Buffers;

namespace BounceParser.Cli.Redaction;

/// <summary>Hosts that name nobody: those of the large providers and of blocklists. Who refused must stay readable.</summary>
internal sealed class PublicHosts
{
    // "RESOLVER.ADR.RecipientNotFound" looks like a host, and says why.
    private static readonly HashSet<string> ExchangeParts = new(StringComparer.OrdinalIgnoreCase) { "resolver", "storedrv", "routing", "submission", "agent", "transport", "recipient", "queue", "smtpsend" };

    private static readonly SearchValues<char> OfHost = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");

    private readonly HashSet<string> _suffixes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The providers that the library knows, the hosts by which it knows a program's reports, and those that this report's facts speak of, unless somebody has an address there.</summary>
    /// <param name="report">What the message says.</param>
    /// <param name="message">Its text: a domain of an address in it is somebody's.</param>
    public PublicHosts(BounceReport report, string message)
    {
        foreach (var cells in Rows("Providers.tsv"))
            foreach (var name in cells.Skip(1).SelectMany(cell => cell.Split(','))) Keep(name);
        foreach (var cells in Rows("Dialects.tsv"))
            foreach (var word in cells[^1].Split(' ', '@', '<', '>', ':')) Keep(word);
        var owned = OwnedIn(message, report);
        foreach (var diagnosis in report.Diagnoses)
        {
            Keep(diagnosis.Facts.Blocklist ?? "", owned);
            if (Uri.TryCreate(diagnosis.Facts.Url, UriKind.Absolute, out var page)) Keep(page.Host, owned);
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

    private static HashSet<string> OwnedIn(string message, BounceReport report)
    {
        var owned = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var address in report.Diagnoses.SelectMany(diagnosis => new[] { diagnosis.FinalRecipient, diagnosis.OriginalRecipient }).OfType<string>())
            owned.Add(Replacements.DomainOf(address[(address.LastIndexOf('@') + 1)..]));
        for (var at = message.IndexOf('@'); at >= 0; at = message.IndexOf('@', at + 1))
        {
            var rest = message.AsSpan(at + 1);
            var end = rest.IndexOfAnyExcept(OfHost);
            owned.Add(Replacements.DomainOf((end < 0 ? rest : rest[..end]).Trim('.').ToString()));
        }

        return owned;
    }

    private void Keep(string name, HashSet<string> owned)
    {
        if (!owned.Contains(Replacements.DomainOf(name.Split('/', ' ')[0].Trim('.')))) Keep(name);
    }

    // A marker such as "support.google.com/mail" begins with its host.
    private void Keep(string name)
    {
        var host = name.Split('/', ' ')[0].Trim('.');
        if (host.Contains('.', StringComparison.Ordinal) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')) _suffixes.Add(host);
    }
}
