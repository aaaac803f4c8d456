using System.Text;
using MimeKit;

namespace BounceParser.Cli.Redaction;

/// <summary>The names of people that headers show beside their addresses, those of a message that a text quotes too.</summary>
internal static class DisplayNames
{
    private const int Most = 500;
    private const int FewestLetters = 4;

    private static readonly string[] Headers = ["From:", "To:", "Cc:", "Reply-To:", "Sender:"];

    // Whoever is called so is a program, and its reports are known by it.
    private static readonly string[] OfPrograms = ["mail", "mailer", "delivery", "daemon", "postmaster", "subsystem", "system", "administrator", "server"];

    /// <summary>As they are written in the bytes of the message, longest first.</summary>
    public static IReadOnlyList<string> Of(byte[] message) =>
        [.. TextsOf(message).SelectMany(In).Where(TellsOfSomebody).SelectMany(Spellings).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).OrderByDescending(name => name.Length)];

    public static bool IsOneWord(string name) => !name.Contains(' ', StringComparison.Ordinal);

    // The message as it stands, and what is encoded in it.
    private static IEnumerable<string> TextsOf(byte[] message)
    {
        yield return Encoding.Latin1.GetString(message);
        foreach (var text in MailRedactor.Load(message)?.BodyParts.OfType<TextPart>() ?? [])
        {
            using var bytes = new MemoryStream();
            text.Content?.DecodeTo(bytes);
            yield return Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
    }

    private static IEnumerable<string> In(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimStart(' ', '>');
            if (Array.Find(Headers, name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is not { } header) continue;
            var value = new StringBuilder(line[header.Length..].TrimEnd('\r'));
            while (i + 1 < lines.Length && lines[i + 1] is [' ' or '\t', ..] next)
            {
                value.Append(next.TrimEnd('\r'));
                i++;
            }

            if (!InternetAddressList.TryParse(Encoding.Latin1.GetBytes(value.ToString()), out var list)) continue;
            foreach (var mailbox in list.Mailboxes)
                if (!Replacements.IsRole(mailbox.Address.Split('@')[0]) && mailbox.Name is { } name) yield return name.Trim(' ', '"', '\'');
        }
    }

    private static bool TellsOfSomebody(string name)
    {
        var words = name.Split((char[])[' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        return !name.Contains('@', StringComparison.Ordinal) && !words.Intersect(OfPrograms, StringComparer.OrdinalIgnoreCase).Any()
            && (words.Count(word => word.Any(char.IsLetter)) >= 2 || name.Count(char.IsLetter) >= FewestLetters);
    }

    // "Dupont, Jean" is greeted as Jean Dupont; bytes that are not ASCII are UTF-8 or Latin 1.
    private static IEnumerable<string> Spellings(string name)
    {
        string[] orders = name.Split(", ") is [var last, var first] ? [name, $"{first} {last}"] : [name];
        foreach (var order in orders)
        {
            yield return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(order));
            if (!Ascii.IsValid(order) && order.All(c => c <= '\u00FF')) yield return order;
        }
    }
}
