using BounceParser;

namespace ListScoring;

/// <summary>
/// The scores of a list's members: a dead address weighs most, a full mailbox little, our own faults nothing.
/// A member counts once a day at most, so that one bad day of a server removes nobody, and only bounces that answer a mail of the list count.
/// </summary>
/// <param name="sent">The Message-IDs that the list sent.</param>
internal sealed class MemberScores(IReadOnlySet<string> sent)
{
    public const int Limit = 3;

    private readonly Dictionary<string, int> _scores = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Member, DateOnly Day)> _counted = [];
    private readonly HashSet<string> _seen = [];

    /// <summary>The members who bounced, worst first.</summary>
    public IEnumerable<(string Member, int Score)> Worst() => _scores.Select(score => (score.Key, score.Value)).OrderByDescending(score => score.Value);

    /// <summary>Counts a bounce of the day on which it came.</summary>
    /// <returns>False for one that is not counted: no answer to a mail of ours, or read before.</returns>
    public bool Count(BounceReport report, DateOnly day)
    {
        if (!IsOurs(report) || (report.Key is { } key && !_seen.Add(key))) return false;
        foreach (var diagnosis in report.Diagnoses)
        {
            var member = (diagnosis.OriginalRecipient ?? diagnosis.FinalRecipient)?.ToLowerInvariant();
            var weight = WeightOf(diagnosis);
            if (member is null || weight == 0 || !_counted.Add((member, day))) continue;
            _scores[member] = _scores.GetValueOrDefault(member) + weight;
        }

        return true;
    }

    // Anyone can write a bounce that names a member: it must return a Message-ID that we sent.
    private bool IsOurs(BounceReport report) => report.Original.MessageId is { } id && sent.Contains(id);

    private static int WeightOf(Diagnosis diagnosis) => diagnosis switch
    {
        { Recommendation: Recommendation.SuppressRecipient } => 3,
        { Reason: BounceReason.MailboxFull or BounceReason.MailboxMoved, Action: DsnAction.Failed } => 1,
        _ => 0,
    };
}
