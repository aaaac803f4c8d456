namespace BounceParser.Evidence;

/// <summary>Merges what the report part and the human text say, per recipient. A pure function.</summary>
/// <remarks>
/// Who and what happened come from the report; the words of the server that refused from wherever they are fullest.
/// Where the two contradict each other the more specific one wins.
/// </remarks>
internal static class EvidenceMerge
{
    public static BounceEvidence Merge(BounceEvidence? report, BounceEvidence? text)
    {
        if (report is null || report.Recipients.Count == 0) return Overlay(text, report, text?.Recipients ?? []);
        return Overlay(report, text, text is null ? report.Recipients : Merge(report.Recipients, text.Recipients));
    }

    private static IReadOnlyList<RecipientEvidence> Merge(IReadOnlyList<RecipientEvidence> report, IReadOnlyList<RecipientEvidence> text)
    {
        // Most bounces are about one recipient, whom both sides name.
        if (report.Count == 1 && text.Count == 1) return [Merge(report[0], text[0])];
        var partners = Partners(report, text);
        var merged = new List<RecipientEvidence>(report.Count);
        for (var place = 0; place < report.Count; place++) merged.Add(Merge(report[place], partners[place]));
        if (Array.IndexOf(partners, null) < 0) merged.AddRange(LeftOut(report, text));
        return merged;
    }

    // Whom of the text each one of the report is; null for whom the text does not name.
    private static RecipientEvidence?[] Partners(IReadOnlyList<RecipientEvidence> report, IReadOnlyList<RecipientEvidence> text)
    {
        var named = new NamedRecipients(text);
        var partners = new RecipientEvidence?[report.Count];
        for (var place = 0; place < partners.Length; place++) partners[place] = named.Of(report[place]);
        var alone = Enumerable.Range(0, partners.Length).Where(place => partners[place] is null).ToList();
        if (alone is [var only] && text.FirstOrDefault(told => IsCut(report[only], told)) is { } whole) partners[only] = whole;
        // Those whose addresses were cut off, or are commands and files, are those that remain, in their order.
        else if (alone.Count > 0 && alone.TrueForAll(place => !IsWhole(report[place].FinalRecipient)) && Remaining(text, partners, alone.Count) is { } others)
            foreach (var (place, other) in alone.Zip(others)) partners[place] = other;
        return partners;
    }

    // Whom the text names besides; null when these are not so many, or it does not name them all.
    private static List<RecipientEvidence>? Remaining(IReadOnlyList<RecipientEvidence> text, RecipientEvidence?[] partners, int count)
    {
        var known = new HashSet<RecipientEvidence?>(partners, ReferenceEqualityComparer.Instance);
        var others = text.Where(told => !known.Contains(told)).Take(count + 1).ToList();
        return others.Count == count && others.TrueForAll(other => IsWhole(other.FinalRecipient)) ? others : null;
    }

    // Where the text lists all whom the report names, and more with a reason each, the report has lost some.
    private static IEnumerable<RecipientEvidence> LeftOut(IReadOnlyList<RecipientEvidence> report, IReadOnlyList<RecipientEvidence> text)
    {
        if (text.Count <= report.Count || report.Any(IsEncapsulated)) return [];
        var known = new NamedRecipients(report);
        return text.Where(recipient => recipient.FinalRecipient is not null && recipient.DiagnosticText.Length > 0 && known.Of(recipient) is null);
    }

    // What stands above the recipients: the first that tells it.
    private static BounceEvidence Overlay(BounceEvidence? first, BounceEvidence? second, IReadOnlyList<RecipientEvidence> recipients)
    {
        first ??= new BounceEvidence();
        return first with
        {
            Dialect = first.Dialect ?? second?.Dialect,
            ReportingMta = first.ReportingMta ?? second?.ReportingMta,
            ArrivalDate = first.ArrivalDate ?? second?.ArrivalDate,
            EnvelopeId = first.EnvelopeId ?? second?.EnvelopeId,
            IsDoubleBounce = first.IsDoubleBounce || second?.IsDoubleBounce == true,
            IsTruncated = first.IsTruncated || second?.IsTruncated == true,
            OriginalStart = first.OriginalStart ?? second?.OriginalStart,
            Recipients = RepeatedRecipients.Joined(recipients),
        };
    }

    private static RecipientEvidence Merge(RecipientEvidence report, RecipientEvidence? text)
    {
        if (text is null) return report;
        var words = Fuller(report.DiagnosticText, text.DiagnosticText);
        // The words that lost stay as a comment, so that a report that says nothing does not hide a text that does.
        var isAside = words == report.DiagnosticText && !Repeats(report.DiagnosticText, text.DiagnosticText);
        return report with
        {
            FinalRecipient = (IsWhole(report.FinalRecipient) && !IsCut(report, text)) || !IsWhole(text.FinalRecipient) ? report.FinalRecipient ?? text.FinalRecipient : text.FinalRecipient,
            OriginalRecipient = report.OriginalRecipient ?? text.OriginalRecipient,
            Alias = report.Alias ?? text.Alias,
            Action = report.Action ?? text.Action,
            Status = report.Status is null or { IsGeneric: true } ? text.Status ?? report.Status : report.Status,
            DiagnosticText = words,
            Comment = Lines.Joined(isAside ? Lines.Joined(report.Comment, text.DiagnosticText) : report.Comment, text.Comment),
            Stage = report.Stage == SmtpStage.Unknown ? text.Stage : report.Stage,
            RemoteMta = report.RemoteMta ?? text.RemoteMta,
            LastAttempt = report.LastAttempt ?? text.LastAttempt,
            WillRetryUntil = report.WillRetryUntil ?? text.WillRetryUntil,
            Expired = report.Expired || text.Expired,
        };
    }

    // Exchange reports the directory's name of a person whom its text names by the address.
    private static bool IsEncapsulated(RecipientEvidence recipient) => recipient.FinalRecipient?.StartsWith("IMCEAEX-", StringComparison.OrdinalIgnoreCase) == true;

    // A report that gives half an address ("@mx.example.net", "user") knows less than the text.
    private static bool IsWhole(string? address) => address?.IndexOf('@') > 0;

    // A mail that was cut off ends in the middle of the address.
    private static bool IsCut(RecipientEvidence report, RecipientEvidence text) =>
        report is { Action: null, Status: null, DiagnosticText: "", FinalRecipient: { } half } && text.FinalRecipient?.Length > half.Length && text.FinalRecipient.StartsWith(half, StringComparison.OrdinalIgnoreCase);

    private static string Fuller(string report, string text) =>
        report.Length == 0 || (text.Length > report.Length && Repeats(text, report)) ? text : Unbroken(report, text) ?? report;

    // Domino folds a field of its report within a word, and leaves a space where it did: the end of the text that is the same without; null when it is not.
    private static string? Unbroken(string report, string text)
    {
        var (start, breaks) = (text.Length, 0);
        for (var at = report.Length - 1; at >= 0; at--)
        {
            if (start > 0 && char.ToLowerInvariant(report[at]) == char.ToLowerInvariant(text[start - 1])) start--;
            else if (char.IsWhiteSpace(report[at])) breaks++;
            else return null;
        }

        return breaks > 0 ? text[start..] : null;
    }

    private static bool Repeats(string text, string other) =>
        text == other || text.AsSpan().Contains(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
