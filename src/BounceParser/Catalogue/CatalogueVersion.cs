using System.Security.Cryptography;
using System.Text;

namespace BounceParser.Catalogue;

/// <summary>What tells one catalogue from the next: a verdict that is kept may be asked for again where it has changed.</summary>
internal static class CatalogueVersion
{
    // Raised when a reason or situation comes, goes or means something else.
    private const string Vocabulary = "1.0.0";

    private const string Advice = "Advice/";
    private const int FingerprintBytes = 4;

    /// <summary>As in <c>1.0.0+9f86d081</c>.</summary>
    public static string Value { get; } = $"{Vocabulary}+{CatalogueFile.Imaged("version.image", image => Encoding.ASCII.GetString(image.Span), Fingerprint)}";

    /// <summary>The first digits of the SHA-256 of all rules, words and tables, in hexadecimal; the advice decides nothing.</summary>
    public static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in CatalogueFile.Names.Where(name => !name.StartsWith(Advice, StringComparison.Ordinal)))
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{CatalogueFile.Open(name).Text}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, FingerprintBytes));
    }
}
