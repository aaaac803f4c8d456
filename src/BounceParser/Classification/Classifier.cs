using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Tells why a recipient did not get the mail: the words first, what the reporter says around them next, the codes last.</summary>
internal sealed class Classifier
{
    // The rule that decides and four alternatives.
    private const int MaxMatches = 5;

    // Of an expiry of which no words tell more.
    private const string NoCauseGiven = "no-cause-given";

    // Positions are kept in 16 bits, and patterns with gaps take a few bytes of stack for each character.
    private const int MostChars = 16_384;

    private readonly RuleCatalogue _catalogue;
    private readonly int _maxChars;

    public Classifier(RuleCatalogue catalogue, BounceParserOptions options) =>
        (_catalogue, _maxChars) = (catalogue, Math.Clamp(options.MaxClassifiedChars, 0, MostChars));

    public Ruling Classify(in Refusal refusal)
    {
        var read = Classify(refusal, refusal.Text, out var isMisspelled);
        if (!isMisspelled || Spelling.Of(Bounded(refusal.Text)) is not { } corrected) return read;
        var reread = Classify(refusal, corrected.Text, out _);
        if (IsVague(reread.Decided)) return read;
        var (start, length) = corrected.Original(reread.Start, reread.Length);
        return reread with { Start = start, Length = length };
    }

    /// <summary>True when a text means the same of both recipients: of an address the domain alone counts, for its provider and for a host that the text says is missing.</summary>
    public bool IsAlike(string? one, string? other, string text) =>
        MailAddress.Domain(one).Equals(MailAddress.Domain(other), StringComparison.OrdinalIgnoreCase)
        || (_catalogue.Providers.OfRecipient(one) == _catalogue.Providers.OfRecipient(other) && !MissingHost.IsDomainOf(one, text) && !MissingHost.IsDomainOf(other, text));

    /// <summary>The part of a text in which is looked for whom it is about: what is classified, and where less is than by default, no less for that.</summary>
    public ReadOnlySpan<char> Heard(string text) => text.AsSpan(0, Math.Min(text.Length, Math.Max(_maxChars, BounceParserOptions.DefaultClassifiedChars)));

    // Words that are not understood may be misspelled.
    private static bool IsVague(Rule? decided) => decided is null or { Evidence: RuleEvidence.Status or RuleEvidence.Reply } or { Reason: BounceReason.PolicyRejected, Situation: null };

    /// <param name="refusal">What is known.</param>
    /// <param name="text">Its text as it is to be read.</param>
    /// <param name="isMisspelled">True when it is not understood, and holds words that may be misspelled.</param>
    private Ruling Classify(in Refusal refusal, string text, out bool isMisspelled)
    {
        using var words = new TextFinding(_catalogue.Index, Bounded(text));
        var comment = new LateFinding(_catalogue.Index, refusal.Comment, _maxChars);
        var subject = Subject(refusal, words);
        _catalogue.Index.FindKeys(subject, words.Rules);
        Span<int> matches = stackalloc int[MaxMatches];
        matches = matches[.._catalogue.Match(words.Rules, subject, matches)];
        var decided = Decide(refusal, subject, matches, ref comment, out var expired);
        var isAtStake = decided is not null && ReasonTable.MayEndAddress(decided.Reason);
        // What the reporter adds does not tell what a server meant that answered in words of its own.
        var isRemark = isAtStake && refusal.Reply is { Text.Length: > 0 } && !matches.Contains(decided!.Ordinal);
        var hasWords = decided is { Evidence: RuleEvidence.Text } && matches.Contains(decided.Ordinal);
        var place = hasWords || isAtStake ? Span(decided!, words) : default;
        var putsOff = isAtStake && (_catalogue.Temporariness.IsIn(words) || (!comment.IsEmpty && _catalogue.Temporariness.IsIn(comment.Made())));
        var namesOther = isAtStake && (_catalogue.Doubts.AreIn(words.Text) || IsDoubtedByService(refusal) || NamesOtherCause(matches, decided!, place, words));
        comment.Dispose();
        isMisspelled = IsVague(decided) && _catalogue.Misspellings.IsIn(words);
        return new Ruling
        {
            Reason = decided?.Reason ?? (refusal.Expired ? BounceReason.DeliveryExpired : BounceReason.Undetermined),
            Situation = decided is not null ? decided.Situation : refusal.Expired ? NoCauseGiven : null,
            Evidence = decided is null ? RuleEvidence.None : !isRemark ? decided.Evidence : refusal.Reply?.Status is null ? RuleEvidence.None : RuleEvidence.Status,
            Decided = decided,
            Text = refusal.Text,
            Start = hasWords ? place.Start : 0,
            Length = hasWords ? place.Length : 0,
            Alternatives = Alternatives(matches, decided),
            Provider = subject.Provider,
            HasWordsOfTemporariness = putsOff,
            NamesOtherCause = namesOther,
            Facts = FactReader.Read(Bounded(refusal.Text), Bounded(refusal.Comment), decided?.Reason ?? BounceReason.Undetermined, expired),
        };
    }

    // A service that calls it a soft bounce, a block or spam does not call the address dead.
    private static bool IsDoubtedByService(in Refusal refusal) => EventTable.Of(refusal.EventName) is { } named && !ReasonTable.MayEndAddress(named.Reason);

    // What a service calls an event speaks where the server said nothing that is understood; first where the service did not even try:
    // then it repeats at most what a server said of an earlier mail.
    private Rule? Decide(in Refusal refusal, in RuleSubject subject, ReadOnlySpan<int> matches, ref LateFinding comment, out bool expired)
    {
        var named = EventTable.Of(refusal.EventName);
        var said = Said(refusal, subject, matches, ref comment, out expired);
        if (named is null or { Reason: BounceReason.Undetermined } || said?.Ordinal < _catalogue.OwnRules) return said;
        if (named.Reason == BounceReason.SuppressedBySender) return Of(BounceReason.SuppressedBySender, matches) is { Situation: not null } finer ? finer : named;
        return said is null or { Evidence: RuleEvidence.Reply } or { Reason: BounceReason.DeliveryExpired } ? named : said;
    }

    // An expiry is an outcome, not a cause: any other rule that the words or the comment fit, or an exact status, outdoes it.
    private Rule? Said(in Refusal refusal, in RuleSubject subject, ReadOnlySpan<int> matches, ref LateFinding comment, out bool expired)
    {
        var first = matches.IsEmpty ? null : _catalogue.Rules[matches[0]];
        expired = false;
        // Of the two, only the text's own name tells which: the domain is gone, or the host of its MX.
        if (first is { Reason: BounceReason.DnsFailure } && MissingHost.IsDomainOf(refusal.Recipient, refusal.Text)) return Of(BounceReason.DomainUnknown, matches) ?? first;
        if (first is { Evidence: RuleEvidence.Text or RuleEvidence.Provider, Reason: not BounceReason.DeliveryExpired }) return first;
        if (first is not null && first.Ordinal < _catalogue.OwnRules) return first;
        var fromWords = first is { Evidence: RuleEvidence.Text or RuleEvidence.Provider } ? first : null;
        var around = InComment(refusal, subject, ref comment, out var expiredAround);
        expired = expiredAround || first is { Reason: BounceReason.DeliveryExpired };
        if (fromWords is null && around is null) return CauseAmong(matches, RuleEvidence.Reply) ?? first;
        var status = CauseAmong(matches, RuleEvidence.Status);
        // "The usual cause is an invalid address" is said of every refusal: no remark ends an address against the code.
        if (around is not null && status is not null && ReasonTable.MayEndAddress(around.Reason) && !ReasonTable.MayEndAddress(status.Reason)) around = null;
        // "It was rejected by the recipient domain" says less than the code of that domain.
        if (status is not null && IsVague(around)) around = null;
        return CauseAmong(matches, RuleEvidence.Provider)
            ?? (around is { Reason: not BounceReason.DeliveryExpired } ? around : null)
            ?? status
            ?? fromWords ?? around;
    }

    private Rule? Of(BounceReason reason, ReadOnlySpan<int> matches)
    {
        foreach (var ordinal in matches)
            if (_catalogue.Rules[ordinal].Reason == reason) return _catalogue.Rules[ordinal];
        return null;
    }

    /// <summary>The first match that is no expiry, decided by that evidence or a stronger one.</summary>
    private Rule? CauseAmong(ReadOnlySpan<int> matches, RuleEvidence weakest)
    {
        foreach (var ordinal in matches)
            if (_catalogue.Rules[ordinal] is var rule && rule.Reason != BounceReason.DeliveryExpired && rule.Evidence <= weakest) return rule;
        return null;
    }

    /// <summary>The first text rule that the comment fits, one that names a cause before an expiry.</summary>
    private Rule? InComment(in Refusal refusal, in RuleSubject subject, ref LateFinding comment, out bool expired)
    {
        expired = false;
        if (comment.IsEmpty) return null;
        var found = comment.Made();
        var around = Subject(refusal, found, subject.Provider);
        Span<int> matches = stackalloc int[MaxMatches];
        matches = matches[.._catalogue.Match(found.Rules, around, matches)];
        foreach (var ordinal in matches) expired |= _catalogue.Rules[ordinal].Reason == BounceReason.DeliveryExpired;
        return CauseAmong(matches, RuleEvidence.Provider) ?? (matches.IsEmpty ? null : _catalogue.Rules[matches[0]]);
    }

    // Other words of the same text that blame quota, sender, policy or content: who says both does not say that the address is dead.
    private bool NamesOtherCause(ReadOnlySpan<int> matches, Rule decided, (int Start, int Length) place, in TextFinding words)
    {
        foreach (var ordinal in matches)
        {
            var rule = _catalogue.Rules[ordinal];
            if (rule == decided || !ClearsAddress(rule.Reason)) continue;
            var other = Span(rule, words);
            if (other.Length > 0 && (other.Start < place.Start || other.Start + other.Length > place.Start + place.Length)) return true;
        }

        return false;
    }

    private static bool ClearsAddress(BounceReason reason) => reason == BounceReason.MailboxFull || ReasonTable.Of(reason).Family is ReasonFamily.Sender or ReasonFamily.Content;

    private RuleSubject Subject(in Refusal refusal, in TextFinding finding) => Subject(refusal, finding, ProviderOf(refusal, finding.Marker));

    private static RuleSubject Subject(in Refusal refusal, in TextFinding finding, string? provider) => new()
    {
        Text = finding.Text,
        Found = finding.Conditions,
        Whole = finding.Whole,
        Reply = refusal.Reply?.Code ?? 0,
        Status = refusal.Status,
        Provider = provider,
        Host = refusal.RemoteHost,
        Stage = refusal.Stage,
        Dialect = refusal.Dialect,
        Action = refusal.Action,
        Expired = refusal.Expired,
    };

    private string? ProviderOf(in Refusal refusal, int marker) =>
        _catalogue.Providers.OfHost(refusal.RemoteHost)
        ?? (marker >= 0 ? _catalogue.Providers.Markers[marker].Provider : null)
        ?? _catalogue.Providers.OfRecipient(refusal.Recipient);

    private static (int Start, int Length) Span(Rule rule, in TextFinding words)
    {
        foreach (var condition in rule.Conditions)
            if (condition is TextCondition { Negated: false } text && words.Place(text) is { Length: > 0 } place) return place;
        return (0, 0);
    }

    private IReadOnlyList<BounceReason> Alternatives(ReadOnlySpan<int> matches, Rule? decided)
    {
        List<BounceReason>? others = null;
        foreach (var ordinal in matches)
            if (_catalogue.Rules[ordinal].Reason is var reason && reason != decided?.Reason) (others ??= []).Add(reason);
        return others ?? (IReadOnlyList<BounceReason>)[];
    }

    private ReadOnlySpan<char> Bounded(string text) => text.AsSpan(0, Math.Min(text.Length, _maxChars));
}
