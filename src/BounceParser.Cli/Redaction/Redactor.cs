using System.Text;

namespace BounceParser.Cli.Redaction;

/// <summary>A message without what tells of people, that still gives the same diagnosis.</summary>
/// <param name="Message">The bytes to hand on.</param>
/// <param name="Depth">What had to be kept.</param>
internal sealed record RedactedMessage(byte[] Message, RedactionDepth Depth);

/// <summary>Redacts, and looks whether the diagnosis is still the same; if not, keeps a little more.</summary>
internal static class Redactor
{
    /// <summary>The redacted message, or null when nothing can be taken out without changing what it says.</summary>
    /// <param name="message">A message, or a pasted text.</param>
    /// <param name="isText">True for a text, which is read as <see cref="BounceInterpreter.InterpretText"/> does.</param>
    public static RedactedMessage? Redact(byte[] message, bool isText)
    {
        var before = Interpret(message, isText);
        var hosts = new PublicHosts(before, Encoding.Latin1.GetString(message));
        var callings = Callings(message);
        foreach (var (depth, people) in RedactionDepth.DeepestFirst.SelectMany(depth => callings.Select(people => (depth, people))))
            foreach (var redacted in Candidates(message, isText, before, depth, hosts, people))
                if (SameDiagnosis.Holds(before, Interpret(redacted, isText))) return new RedactedMessage(redacted, depth);
        return null;
    }

    // A refusal may hold the word that somebody is called by.
    private static IReadOnlyList<IReadOnlyList<string>> Callings(byte[] message)
    {
        var all = DisplayNames.Of(message);
        return all.Count == 0 ? [[]] : [all, [.. all.Where(name => !DisplayNames.IsOneWord(name))], []];
    }

    // Part by part where MIME is sound, else the bytes as they stand.
    private static IEnumerable<byte[]> Candidates(byte[] message, bool isText, BounceReport report, RedactionDepth depth, PublicHosts hosts, IReadOnlyList<string> people)
    {
        // A report that names people without their domain shows these names in its words too.
        var names = report.Diagnoses.Where(one => one.RecipientSource is RecipientSource.ReturnedMessage or RecipientSource.FailedRecipientsHeader).Select(one => one.FinalRecipient?.Split('@')[0]).OfType<string>().ToList();
        if (!isText && names.Count > 0 && Mail(message, new Replacements(hosts, names, people), depth, true) is { } nameless) yield return nameless;
        if (!isText && Mail(message, new Replacements(hosts, [], people), depth, report.Diagnoses.Count > 0) is { } mail) yield return mail;
        var replacements = new Replacements(hosts, [], people);
        yield return Encoding.Latin1.GetBytes(Plain(WithoutHosts(message, replacements, depth), new TextRedactor(replacements, depth), depth));
    }

    private static byte[]? Mail(byte[] message, Replacements replacements, RedactionDepth depth, bool isBounce) =>
        new MailRedactor(replacements, depth, isBounce).Redact(Encoding.Latin1.GetBytes(WithoutHosts(message, replacements, depth)));

    // Of boundaries; the parts of a message hang on them.
    private static string WithoutHosts(byte[] message, Replacements replacements, RedactionDepth depth) =>
        Boundaries.Redact(Encoding.Latin1.GetString(message), new TextRedactor(replacements, depth), new TextRedactor(replacements, depth with { Tokens = false }));

    private static string Plain(string text, TextRedactor redactor, RedactionDepth depth)
    {
        var head = text.IndexOf("\n\n", StringComparison.Ordinal) is var end && end >= 0 ? end + 2 : 0;
        var body = depth.Bodies ? head + BodyText.StartOfReturned(text[head..]) : text.Length;
        return depth.Bodies
            ? redactor.Redact(text[..head]) + BodyText.WithoutNames(redactor.Redact(text[head..body])) + BodyText.Blot(text[body..])
            : redactor.Redact(text);
    }

    private static BounceReport Interpret(byte[] message, bool isText) =>
        isText ? BounceInterpreter.Default.InterpretText(Encoding.UTF8.GetString(message)) : BounceInterpreter.Default.Interpret(message);
}
