namespace BounceParser.Evidence;

/// <summary>Joins what was said of the same recipient twice: the worse action, the fuller text. One alias with several recipients stays several.</summary>
internal static class RepeatedRecipients
{
    public static IReadOnlyList<RecipientEvidence> Joined(IReadOnlyList<RecipientEvidence> recipients)
    {
        if (recipients.Count < 2) return recipients;
        var seen = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        var kept = new List<RecipientEvidence>(recipients.Count);
        foreach (var recipient in recipients)
        {
            if (recipient.FinalRecipient is not { } address)
            {
                kept.Add(recipient);
                continue;
            }

            if (!seen.TryGetValue(address, out var places)) seen[address] = places = [];
            var same = places.FindIndex(place => SameAlias(kept[place].Alias, recipient.Alias));
            if (same >= 0) kept[places[same]] = Joined(kept[places[same]], recipient);
            else if (places.Count < MostAliases)
            {
                places.Add(kept.Count);
                kept.Add(recipient);
            }
        }

        return kept;
    }

    // Thousands of aliases of one address are an attack.
    private const int MostAliases = 20;

    // One that names no alias speaks of the same delivery.
    private static bool SameAlias(string? first, string? second) => first is null || second is null || string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    private static RecipientEvidence Joined(RecipientEvidence first, RecipientEvidence second)
    {
        var (worse, other) = Severity(second.Action) > Severity(first.Action) ? (second, first) : (first, second);
        // What was said of a try before is not why it failed in the end.
        var ofSameTry = worse.Action == other.Action || worse.Action is null || other.Action is null || worse.DiagnosticText.Length == 0;
        return worse with
        {
            DiagnosticText = ofSameTry && other.DiagnosticText.Length > worse.DiagnosticText.Length ? other.DiagnosticText : worse.DiagnosticText,
            Comment = worse.Comment.Length > 0 || !ofSameTry ? worse.Comment : other.Comment,
            OriginalRecipient = worse.OriginalRecipient ?? other.OriginalRecipient,
            Alias = worse.Alias ?? other.Alias,
            Status = worse.Status ?? (ofSameTry ? other.Status : null),
            Stage = worse.Stage == SmtpStage.Unknown && ofSameTry ? other.Stage : worse.Stage,
            RemoteMta = worse.RemoteMta ?? (ofSameTry ? other.RemoteMta : null),
            LastAttempt = worse.LastAttempt ?? other.LastAttempt,
            WillRetryUntil = worse.WillRetryUntil ?? other.WillRetryUntil,
            Expired = worse.Expired || other.Expired,
        };
    }

    private static int Severity(DsnAction? action) => action switch { DsnAction.Failed => 3, DsnAction.Delayed => 2, null => 1, _ => 0 };
}
