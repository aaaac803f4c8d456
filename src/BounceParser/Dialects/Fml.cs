using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>fml, a list server: who did not get the mail is the list, which the sentence of the refusal names.</summary>
internal sealed class Fml : Dialect
{
    private static readonly string[] Refusals = ["not a member of this mailing list", "duplicated message-id in", "are not member"];

    public override string Name => "fml";

    public override IReadOnlyList<string> Markers { get; } = ["x-mlserver:fml"];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        foreach (var refusal in Refusals)
            if (report.Find(refusal) is >= 0 and var line && report.Join(line, report.ParagraphEnd(line)) is var words && List(words, refusal) is { } list)
                return new BounceEvidence
                {
                    Dialect = Name,
                    OriginalStart = text.OriginalStart,
                    Recipients = [new RecipientEvidence { FinalRecipient = list, Action = DsnAction.Failed, DiagnosticText = words }],
                };
        return null;
    }

    // "You <a@b> are not a member of this mailing list <list@c>."
    private static string? List(string words, string refusal) =>
        AddressLine.First(words.AsSpan(Math.Max(0, Caseless.IndexOf(words, refusal)))) ?? AddressLine.First(words);
}
