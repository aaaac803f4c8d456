using System.Text.RegularExpressions;

namespace BounceParser.Cli.Redaction;

/// <summary>The boundaries of a message that name a host, as Postfix's do: replaced wherever they stand, so that its parts stay apart.</summary>
internal static class Boundaries
{
    /// <summary>Of one message; more are no bounce's.</summary>
    private const int Most = 200;

    private static readonly Regex Named = new(@"boundary\s*=\s*(""[^""]+""|[^\s;]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <param name="message">All of it, as Latin 1.</param>
    /// <param name="text">Replaces what is in them.</param>
    /// <param name="hosts">The same without ids: a boundary of ids alone tells of nobody.</param>
    public static string Redact(string message, TextRedactor text, TextRedactor hosts)
    {
        // One may be the beginning of another.
        foreach (var boundary in Named.Matches(message).Select(found => found.Groups[1].Value.Trim('"')).Distinct(StringComparer.Ordinal).Take(Most).OrderByDescending(name => name.Length).ToList())
            if (hosts.Redact(boundary) != boundary) message = message.Replace(boundary, text.Redact(boundary), StringComparison.Ordinal);
        return message;
    }
}
