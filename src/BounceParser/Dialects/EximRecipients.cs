using System.Buffers;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Reads the indented list in which Exim names the recipients.</summary>
internal static class EximRecipients
{
    private const string DelayReason = "Delay reason:";

    private static readonly SearchValues<string> Expiries =
        SearchValues.Create(["retry timeout exceeded", "failing for a long time", "after a long failure period", "time limit exceeded"], StringComparison.OrdinalIgnoreCase);

    public static List<RecipientEvidence> Read(TextLines report, DsnAction? action)
    {
        var recipients = new List<RecipientEvidence>();
        var output = new EximOutput(report);
        for (var line = 0; line < output.Start; line++)
        {
            if (!IsRecipient(report, line)) continue;
            // Some sites put a blank line before the reason, and do not indent it.
            var after = report.SkipBlank(line + 1);
            var isApart = after > line + 1 && IsReason(report, after);
            if (!isApart) after = line + 1;
            while (after < output.Start && !report.IsBlank(after) && !IsRecipient(report, after) && (isApart || GoesOn(report, after, line))) after++;
            if (Recipient(report, line, after, action) is { } recipient) recipients.Add(WithOutput(recipient, report.Trimmed(line), output));
            line = after - 1;
        }

        return recipients;
    }

    // What a command wrote is why its delivery failed; that it was a command says something too.
    private static RecipientEvidence WithOutput(RecipientEvidence recipient, ReadOnlySpan<char> listed, EximOutput output)
    {
        var isPipe = Fragment.StartsWith(listed, "pipe to ", "|");
        var words = output.Of(listed);
        if (!isPipe && words.Length == 0) return recipient;
        var isSilent = recipient.DiagnosticText.Length == 0;
        var pipe = !isPipe ? "" : listed[0] == '|' ? $"pipe to {listed}" : listed.ToString();
        return recipient with
        {
            DiagnosticText = isSilent ? words : recipient.DiagnosticText,
            Comment = isSilent ? pipe : (words + "\n" + pipe).Trim(),
            Stage = SmtpStage.LocalDelivery,
        };
    }

    private static bool IsRecipient(TextLines report, int line)
    {
        var words = report.Trimmed(line);
        if (words.IsEmpty || IsSender(report, line)) return false;
        if (AddressLine.Alone(words) is not null) return report.IsIndented(line) || report.IsDeeper(line + 1, line) || IsUnindented(report, line);
        var isIndented = report.IndentOf(line) is 2 or 3;
        if (WithReason(words, out _, out var origin) is not null && (isIndented || origin is not null)) return true;
        if (!isIndented) return false;
        // A local part, a file, a command: only with its reason indented below it.
        return report.IsDeeper(line + 1, line) && (words.IndexOf(' ') < 0 ? words[0] is not '(' : Fragment.StartsWith(words, "save to ", "pipe to ", "|", "/", "an undisclosed address"));
    }

    // "a@b: unknown user", "a@b <c@d>: malformed address: ...", "a@b (generated from c@d): ..."
    private static string? WithReason(ReadOnlySpan<char> words, out ReadOnlySpan<char> reason, out string? alias)
    {
        reason = [];
        alias = null;
        var colon = words.IndexOf(": ");
        if (colon < 0 || AddressLine.Leading(words[..colon], out var rest) is not { } address) return null;
        reason = words[(colon + 2)..].Trim();
        rest = rest.Trim();
        alias = Fragment.AliasAt(rest);
        return rest.IsEmpty || alias is not null ? address : rest is ['<', .., '>'] ? AddressLine.Bare(rest) : null;
    }

    // "A message sent by", the sender on a line of its own.
    private static bool IsSender(TextLines report, int line) =>
        report.IsBlank(line - 1) && report.Trimmed(report.LineAbove(line)).EndsWith("sent by", StringComparison.OrdinalIgnoreCase);

    // A text whose indentation was lost on its way: the list begins after a blank line.
    private static bool IsUnindented(TextLines report, int line) =>
        (report.IsBlank(line - 1) || report.Trimmed(line) is ['"', .., ':']) && (!report.IsBlank(line + 1) || IsReason(report, report.SkipBlank(line + 1)));

    private static bool IsReason(TextLines report, int line) => report.Trimmed(line) is var words && (Fragment.StartsWith(words, "Reason:", "SMTP error") || RefusalWords.Weight(words) > 0);

    private static bool GoesOn(TextLines report, int line, int from) =>
        report.IndentOf(from) == 0 || report.IsDeeper(line, from) || (report.IndentOf(line) == report.IndentOf(from) && !report.Trimmed(line).Contains('@'));

    private static RecipientEvidence? Recipient(TextLines report, int line, int after, DsnAction? action)
    {
        var address = AddressLine.Alone(report.Trimmed(line));
        string? alias = null;
        var first = line + 1;
        for (; first < after; first++)
        {
            var words = report.Trimmed(first);
            if (Fragment.AliasAt(words) is { } origin) alias = origin;
            // What Exim delivers to a file or a command was mailed to this address.
            else if ((Origin(words, "generated by") ?? Origin(words, "(generated by")) is { } parent) address ??= parent;
            else if (!words.StartsWith("(relayed", StringComparison.OrdinalIgnoreCase)) break;
            else action = DsnAction.Relayed;
        }

        var said = report.Join(first, after);
        if (address is null && WithReason(report.Trimmed(line), out var reason, out var led) is { } listed) (address, said, alias) = (listed, (reason.ToString() + "\n" + said).Trim(), alias ?? led);
        // An address that the report hides: all that is known is what led to it.
        if (Fragment.StartsWith(report.Trimmed(line), "an undisclosed address")) address ??= alias;
        // What led to a command or a file is what the sender wrote.
        if (address is null && report.Trimmed(line) is ['|' or '/', ..]) (address, alias) = (alias, null);
        address ??= LocalName(report.Trimmed(line));
        // Whatever language the rest of a warning is in.
        var isDelayed = said.StartsWith(DelayReason, StringComparison.OrdinalIgnoreCase);
        return new RecipientEvidence
        {
            FinalRecipient = address,
            Alias = alias,
            Action = isDelayed ? DsnAction.Delayed : action,
            DiagnosticText = isDelayed ? said[DelayReason.Length..].Trim() : said,
            Expired = said.AsSpan().ContainsAny(Expiries),
        };
    }

    private static string? Origin(ReadOnlySpan<char> words, string introduction) =>
        words.StartsWith(introduction, StringComparison.OrdinalIgnoreCase) ? AddressLine.First(words) : null;

    private static string? LocalName(ReadOnlySpan<char> words) =>
        words.TrimEnd(':').ContainsAny(" \t/|<>") ? null : words.TrimEnd(':').ToString();
}
