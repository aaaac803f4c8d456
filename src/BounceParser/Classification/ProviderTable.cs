using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Who runs a mail system: <c>Providers.tsv</c>, looked up by host, by marker and by domain.</summary>
internal sealed class ProviderTable
{
    // RFC 1035: what is longer is no name, and each of its parts is a suffix.
    private const int LongestHost = 255;

    private readonly Dictionary<string, string> _hosts;
    private readonly Dictionary<string, string> _domains;
    private readonly List<(string Marker, string Provider)> _markers;

    public ProviderTable(CatalogueFile file)
    {
        (_hosts, _domains, _markers) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), []);
        foreach (var (number, cells) in file.Rows())
        {
            if (cells.Length > 4 || cells[0].Trim().Length == 0) throw new CatalogueException(file.Name, number, "expected provider, hosts, domains, markers, parted by tabs");
            var provider = cells[0].Trim();
            foreach (var host in List(cells, 1)) _hosts.TryAdd(host, provider);
            foreach (var domain in List(cells, 2)) _domains.TryAdd(domain, provider);
            foreach (var marker in List(cells, 3)) _markers.Add((marker.ToLowerInvariant(), provider));
        }
    }

    private ProviderTable(ref ImageReader image)
    {
        (_hosts, _domains) = (Names(ref image), Names(ref image));
        _markers = [.. image.All(static (ref from) => (from.Text(), from.Text()))];
    }

    /// <summary>Phrases of the folded text, names not blanked, that only this provider writes; in the order of the table.</summary>
    public IReadOnlyList<(string Marker, string Provider)> Markers => _markers;

    public static ProviderTable Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        foreach (var names in (Dictionary<string, string>[])[_hosts, _domains])
            image.All(names, name =>
            {
                image.Text(name.Key);
                image.Text(name.Value);
            });
        image.All(_markers, marker =>
        {
            image.Text(marker.Marker);
            image.Text(marker.Provider);
        });
    }

    /// <summary>By the refusing host: the longest known suffix.</summary>
    public string? OfHost(string? host) => host is null ? null : OfSuffix(_hosts, Name(host.AsSpan().Trim()).TrimEnd('.'));

    /// <summary>By the domain of the recipient, exactly.</summary>
    public string? OfRecipient(string? address) =>
        _domains.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(MailAddress.Domain(address).TrimEnd('>'), out var provider) ? provider : null;

    // "mx.example.net [192.0.2.1]"
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> host) => host.IndexOfAny(" [(") is > 0 and var end ? host[..end] : host;

    private static Dictionary<string, string> Names(ref ImageReader image)
    {
        var count = image.Number();
        var names = new Dictionary<string, string>(count, StringComparer.OrdinalIgnoreCase);
        for (; count > 0; count--) names.Add(image.Text(), image.Text());
        return names;
    }

    private static string? OfSuffix(Dictionary<string, string> table, ReadOnlySpan<char> host)
    {
        var known = table.GetAlternateLookup<ReadOnlySpan<char>>();
        while (host.Length is > 0 and <= LongestHost)
        {
            if (known.TryGetValue(host, out var provider)) return provider;
            host = host.IndexOf('.') is >= 0 and var dot ? host[(dot + 1)..] : [];
        }

        return null;
    }

    private static string[] List(string[] cells, int column) =>
        column < cells.Length ? cells[column].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
}
