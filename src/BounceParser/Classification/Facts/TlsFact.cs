using System.Buffers;

namespace BounceParser.Classification.Facts;

/// <summary>The words of the TLS library: OpenSSL's error line, or the sentence about the certificate.</summary>
internal static class TlsFact
{
    private const int Longest = 300;

    private static readonly string[] Starts = ["error:", "certificate verif", "certificate has expired", "certificate expired", "self signed certificate", "self-signed certificate", "unable to get local issuer", "certificate not trusted", "no certificate provided", "ssl_connect", "no shared cipher", "handshake failure", "unsupported protocol", "wrong version number", "dh key too small"];
    private static readonly SearchValues<char> Ends = SearchValues.Create(";\n\r<>");

    public static DiagnosisFacts Read(in FactText whole, DiagnosisFacts facts)
    {
        if (facts.TlsError is not null) return facts;
        var text = whole.Written;
        foreach (var phrase in Starts)
        {
            var at = whole.Lower.IndexOf(phrase);
            if (at < 0 || (phrase == "error:" && !IsOpenSsl(text[(at + phrase.Length)..]))) continue;
            var words = text[at..Math.Min(text.Length, at + Longest)];
            var end = words.IndexOfAny(Ends);
            words = end < 0 ? words : words[..end];
            if (words.IndexOf(". ") is > 0 and var stop) words = words[..stop];
            return facts with { TlsError = words.TrimEnd(" .,:(").ToString() };
        }

        return facts;
    }

    // Eight hexadecimal digits and a colon: error:0A000086:SSL routines::certificate verify failed.
    private static bool IsOpenSsl(ReadOnlySpan<char> rest) =>
        rest.Length > 8 && rest.IndexOfAnyExcept(Hex) is 8 && rest[8] == ':';

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");
}
