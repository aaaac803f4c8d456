namespace BounceParser.Cli.Redaction;

/// <summary>The words of a person, blotted out: how long each line was stays.</summary>
internal static class BodyText
{
    private static readonly string[] HeadersOfMail = ["From:", "To:", "Subject:", "Date:", "Message-ID:", "Received:", "Return-Path:", "MIME-Version:", "Content-Type:"];

    private static readonly string[] HeadersOfPeople = ["From:", "To:", "Cc:", "Reply-To:", "Sender:"];

    public static string Blot(string text) => string.Create(text.Length, text, (blotted, source) =>
    {
        for (var i = 0; i < source.Length; i++) blotted[i] = char.IsLetter(source[i]) ? 'x' : char.IsDigit(source[i]) ? '0' : source[i];
    });

    /// <summary>Where the body of a message that was returned within a text begins; the text's length when none was.</summary>
    public static int StartOfReturned(string text)
    {
        var headers = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            var line = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd('\r');
            var next = end < 0 ? text.Length : end + 1;
            if (IsHeader(line)) headers++;
            else if (line.Trim(" >").IsEmpty && headers >= 2) return next;
            else if (line.Trim(" >").IsEmpty) headers = 0;
            at = next;
        }

        return text.Length;
    }

    /// <summary>The headers of a returned message as a text quotes them: the subject is the sender's own words, names are people's.</summary>
    public static string WithoutNames(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++) lines[i] = WithoutName(lines[i]);
        return string.Join('\n', lines);
    }

    private static string WithoutName(string line)
    {
        if (line.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase)) return line[..8] + " redacted" + (line.EndsWith('\r') ? "\r" : "");
        if (Array.Find(HeadersOfPeople, name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is not { } header) return line;
        var address = line.IndexOf('<', StringComparison.Ordinal);
        return address > 0 ? $"{line[..header.Length]} {line[address..]}" : line;
    }

    private static bool IsHeader(ReadOnlySpan<char> line)
    {
        foreach (var name in HeadersOfMail)
            if (line.TrimStart(" >").StartsWith(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
