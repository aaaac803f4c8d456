using BounceParser.Cli.Input;
using BounceParser.Cli.Output;
using BounceParser.Cli.Parsing;

namespace BounceParser.Cli.Suppression;

/// <summary>One bounce that speaks against an address.</summary>
internal sealed record SuppressionEvidence(string Source, int Index, DateTimeOffset? Date, string Reason, string? Situation, string? Status, string Diagnostic, string? Rule);

/// <summary>One address to drop, with what speaks against it: one bounce for each day.</summary>
internal sealed record Suppression(string Address, int Bounces, IReadOnlyList<SuppressionEvidence> Evidence);

/// <summary>Gathers the bounces of each address, once a day at most.</summary>
internal sealed class SuppressionList(SuppressionPolicy policy)
{
    private readonly Dictionary<string, List<SuppressionEvidence>> _against = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _order = [];
    private readonly HashSet<string> _delivered = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unsure = new(StringComparer.OrdinalIgnoreCase);
    private int _unnamed;

    public void Add(MailResult result)
    {
        foreach (var diagnosis in result.Report?.Diagnoses ?? []) Add(result, diagnosis);
    }

    /// <summary>The addresses that the policy drops, in the order of their first bounce.</summary>
    public IEnumerable<Suppression> Dropped() => _order.Where(IsDropped).Select(address => new Suppression(address, _against[address].Count, _against[address]));

    /// <summary>How many recipients a person must look at: what nobody is sure of.</summary>
    public int LeftToRead => _unnamed + _unsure.Union(_order).Count(address => !(_against.ContainsKey(address) && IsDropped(address)));

    private bool IsDropped(string address) => _against[address].Count >= policy.MinBounces && !_delivered.Contains(address) && ListableAddress.Is(address);

    private void Add(MailResult result, Diagnosis diagnosis)
    {
        var address = diagnosis.OriginalRecipient ?? diagnosis.FinalRecipient;
        var isDead = diagnosis.Recommendation == Recommendation.SuppressRecipient;
        if (diagnosis is { Action: DsnAction.Delivered, Reason: BounceReason.Delivered } && address is not null) _delivered.Add(address);
        else if (!isDead && !(diagnosis.Action == DsnAction.Failed && diagnosis.Recommendation == Recommendation.ReviewByHand)) return;
        else if (address is null) _unnamed++;
        else if (isDead && policy.Counts(result.Report!)) Count(address, Evidence(result, diagnosis));
        else _unsure.Add(address);
    }

    private void Count(string address, SuppressionEvidence evidence)
    {
        if (!_against.TryGetValue(address, out var bounces))
        {
            _against[address] = bounces = [];
            _order.Add(address);
        }

        if (!bounces.Exists(bounce => bounce.Date?.UtcDateTime.Date == evidence.Date?.UtcDateTime.Date)) bounces.Add(evidence);
    }

    private static SuppressionEvidence Evidence(MailResult result, Diagnosis diagnosis) => new(
        result.Source, result.Index, MailDate.Of(result.Report!), diagnosis.Reason.ToString(), diagnosis.Situation, diagnosis.Status?.ToString(),
        diagnosis.DiagnosticText, diagnosis.DecidingRule is { } rule ? $"{rule.File}({rule.Line})" : null);
}
