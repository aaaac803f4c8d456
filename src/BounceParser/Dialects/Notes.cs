using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Lotus Notes' SMTP gateway: under "Failure Reasons" why, then who, pair by pair.</summary>
internal sealed class Notes : Dialect
{
    public override string Name => "notes";

    public override IReadOnlyList<string> Markers { get; } = ["------- failure reasons --------", "--- failure reasons ---", "public name & address book"];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var recipients = new List<RecipientEvidence>();
        for (var line = report.Find("failure reasons") + 1; line < report.Count; line = report.SkipBlank(line))
        {
            var first = line;
            while (line < report.Count && AddressLine.Alone(report.Trimmed(line)) is null) line++;
            if (line < report.Count) recipients.Add(Recipient(report, first, line));
            line++;
        }

        return recipients.Count == 0 ? null : new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients };
    }

    // Where several stand under one reason, the later ones have none of their own.
    private static RecipientEvidence Recipient(TextLines report, int first, int line) => new()
    {
        FinalRecipient = AddressLine.Alone(report.Trimmed(line)),
        Action = DsnAction.Failed,
        DiagnosticText = report.Join(first, line),
    };
}
