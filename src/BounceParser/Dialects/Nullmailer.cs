using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>nullmailer: the recipients indented below one sentence, without a reason, which only the report part gives.</summary>
internal sealed class Nullmailer : Dialect
{
    public override string Name => "nullmailer";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "this is the nullmailer delivery system", "the message attached below could not be delivered to one or more of the intended recipients",
        "the message attached below has not been delivered to one or more of the intended recipients", "a final delivery status notification will be generated if delivery proves to be impossible",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var delayed = Fragment.Holds(text.Folded, "has not been delivered", "final delivery status notification will be");
        var recipients = new List<RecipientEvidence>();
        for (var line = 0; line < report.Count; line++)
        {
            var words = report.Trimmed(line);
            if (words is not ['<', ..] || AddressLine.Leading(words, out var rest) is not { } address) continue;
            recipients.Add(new RecipientEvidence
            {
                FinalRecipient = address,
                Action = delayed ? DsnAction.Delayed : DsnAction.Failed,
                DiagnosticText = rest.TrimStart(" :").Trim().ToString(),
            });
        }

        return new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients };
    }
}
