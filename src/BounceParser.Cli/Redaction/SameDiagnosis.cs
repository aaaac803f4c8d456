namespace BounceParser.Cli.Redaction;

/// <summary>Whether two reports say the same, names aside.</summary>
internal static class SameDiagnosis
{
    public static bool Holds(BounceReport before, BounceReport after) =>
        before.Kind == after.Kind && before.Dialect == after.Dialect && before.IsDoubleBounce == after.IsDoubleBounce
        && before.Diagnoses.Select(Said).SequenceEqual(after.Diagnoses.Select(Said));

    private static object Said(Diagnosis diagnosis) =>
        (diagnosis.Reason, diagnosis.Situation, diagnosis.Action, diagnosis.Status, diagnosis.Reply?.Code, diagnosis.Permanence,
            (diagnosis.Recommendation, diagnosis.Responsible, diagnosis.Stage, diagnosis.Provider, diagnosis.FinalRecipient is null, diagnosis.OriginalRecipient is null));
}
