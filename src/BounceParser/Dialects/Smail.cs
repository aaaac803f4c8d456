using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Smail 3: sections between <c>|-----|</c> rules; an address, three dots, what happened.</summary>
internal sealed class Smail : Dialect
{
    public override string Name => "smail";

    public override IReadOnlyList<string> Markers { get; } =
        ["failed addresses follow:", "message log follows:", "no valid recipients were found for this message", "transport smtp:", "reason for failure:"];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var list = report.Find("Failed addresses follow");
        var recipients = new List<RecipientEvidence>();
        for (var line = list + 1; line < report.Count; line++)
        {
            var words = report.Trimmed(line);
            if (words.StartsWith("|---", StringComparison.Ordinal)) break;
            if (AddressLine.Leading(words, out var rest) is not { } address || !rest.TrimStart().StartsWith("...", StringComparison.Ordinal)) continue;
            var after = line + 1;
            while (after < report.Count && !report.IsBlank(after) && report.Trimmed(after) is not (['<', ..] or ['|', ..])) after++;
            var said = (rest.TrimStart(" .").ToString() + "\n" + report.Join(line + 1, after)).Trim();
            recipients.Add(new RecipientEvidence { FinalRecipient = address, Action = DsnAction.Failed, DiagnosticText = said });
            line = after - 1;
        }

        // Without its list the text is another program's, or a fragment.
        if (recipients.Count == 0 && list < 0 && text.Mail is not null) return null;
        return new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients.Count > 0 ? recipients : Fragment.Whole(text, report) };
    }
}
