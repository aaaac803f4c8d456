using BounceParser.Evidence;
using BounceParser.Smtp;

namespace BounceParser.Dialects;

/// <summary>Reads the log of an application, in which each entry about a refusal is a fragment of its own.</summary>
internal static class LogEntries
{
    /// <summary>Whom the entries name, or what they say of nobody; null for a text that is no such log.</summary>
    public static BounceEvidence? Read(string text)
    {
        var entries = PastedLog.Refusals(text, out var isCut);
        if (entries.Count == 0) return null;
        var recipients = new List<RecipientEvidence>();
        string? dialect = null;
        foreach (var entry in entries)
        {
            using var fragment = new BounceText { Text = entry };
            var told = DialectRegistry.Read(fragment);
            dialect ??= told?.Dialect;
            isCut |= told?.IsTruncated == true;
            if (told is { Recipients.Count: > 0 }) recipients.AddRange(told.Recipients);
            else recipients.Add(new RecipientEvidence { DiagnosticText = entry });
        }

        return new BounceEvidence { Dialect = dialect, Recipients = RepeatedRecipients.Joined(recipients), IsTruncated = isCut, TellsEachTry = true };
    }
}
