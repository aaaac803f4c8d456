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
        foreach (var depth in RedactionDepth.DeepestFirst)
            foreach (var redacted in Candidates(message, isText, before, depth))
                if (SameDiagnosis.Holds(before, Interpret(redacted, isText))) return new RedactedMessage(redacted, depth);
        return null;
    }

    // Part by part where MIME is sound, else the bytes as they stand.
    private static IEnumerable<byte[]> Candidates(byte[] message, bool isText, BounceReport report, RedactionDepth depth)
    {
        // A report that names people without their domain shows these names in its words too.
        var names = report.Diagnoses.Where(one => one.RecipientSource is RecipientSource.ReturnedMessage or RecipientSource.FailedRecipientsHeader).Select(one => one.FinalRecipient?.Split('@')[0]).OfType<string>().ToList();
        if (!isText && names.Count > 0 && new MailRedactor(new Replacements(new PublicHosts(report), names), depth, true).Redact(message) is { } nameless) yield return nameless;
        if (!isText && new MailRedactor(new Replacements(new PublicHosts(report)), depth, report.Diagnoses.Count > 0).Redact(message) is { } mail) yield return mail;
        yield return Encoding.Latin1.GetBytes(Plain(Encoding.Latin1.GetString(message), new TextRedactor(new Replacements(new PublicHosts(report)), depth), depth));
    }

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
