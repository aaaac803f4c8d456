using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>One answer to the mail itself, told of several recipients alike: whom of those that were taken it is about, it does not say.</summary>
internal static class AnswerToAll
{
    // Of many recipients these show it.
    private const int MostCompared = 100;

    public static bool Is(ReadOnlySpan<char> said, RecipientEvidence recipient, BounceEvidence report, SmtpStage stage) =>
        report.Recipients.Count > 1 && stage is SmtpStage.Data or SmtpStage.EndOfData && recipient.FinalRecipient is { } address && !Caseless.Contains(said, address)
        && report.Recipients.Take(MostCompared).Count(other => other.DiagnosticText == recipient.DiagnosticText) > 1;
}
