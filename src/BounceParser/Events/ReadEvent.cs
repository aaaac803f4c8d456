using BounceParser.Catalogue;
using BounceParser.Evidence;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Events;

/// <summary>One event, as evidence of what happened to its recipients.</summary>
internal sealed class ReadEvent
{
    // Ten thousand recipients may share one answer, and each is judged by it.
    private const int LongestShared = 512;

    // A line of a header (RFC 5322 section 2.1.1).
    private const int LongestId = 998;

    private readonly EventScope _event;
    private readonly string _outcome;
    private readonly string? _reason;
    private readonly string _said;
    private readonly bool _isAnswer;

    public ReadEvent(EventScope scope, EventCatalogue names)
    {
        _event = scope;
        var marks = 0UL;
        for (var around = scope; around is not null; around = around.Parent) marks |= around.Marks;
        Service = names.ServiceOf(marks);
        _outcome = First(names, row => row.Outcome.Length > 0)?.Outcome ?? "";
        _reason = First(names, row => row.Reason.Length > 0)?.Name;
        (string words, string remark) = (scope[EventSlot.Words], scope[EventSlot.Remark]);
        var isRemark = words.Length == 0 && remark.Length > 0;
        var said = isRemark ? remark : words;
        IsTruncated = said.Length > LongestShared && (!scope.IsAnswered || scope.Recipients.Addresses.Count > 1);
        _said = WithCodes(IsTruncated ? said[..LongestShared] : said);
        // Words without a code may be the service's own.
        _isAnswer = !isRemark || HasCode(_said);
    }

    /// <summary>Whose event it is; null when no member tells.</summary>
    public string? Service { get; }

    /// <summary>The server that reports; null when not named.</summary>
    public string? Reporter => _event[EventSlot.Reporter] is { Length: > 0 } host ? host[(host.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim() : null;

    /// <summary>The Message-ID of the mail, or its id at the service; null when not told.</summary>
    public string? MessageId => _event[EventSlot.MessageId].AsSpan().Trim() is { Length: > 0 and <= LongestId } id && !id.ContainsAny(' ', '\n') ? id.TrimStart('<').TrimEnd('>').ToString() : null;

    /// <summary>When it happened; null when not told.</summary>
    public DateTimeOffset? Time => Timestamp.Read(_event[EventSlot.Time]);

    /// <summary>True when the answer was cut.</summary>
    public bool IsTruncated { get; }

    /// <summary>What it says of each recipient; nothing when it tells of no delivery.</summary>
    public IEnumerable<RecipientEvidence> Recipients()
    {
        var (addresses, named) = _event.Recipients;
        if (_outcome == "none" || (Service is null ? addresses.Count == 0 || !_isAnswer || !HasCode(_said) : _outcome.Length == 0 && !HasCode(_said))) return [];
        // One answer for several: nobody says who of them was refused, or complained.
        var isOne = addresses.Count == 1 && !_event.IsContradicted && (!_event.IsOneOfSeveral || (_event.IsAnswered && _outcome != "complaint"));
        return addresses.Count == 0 ? [Of(null, false)] : addresses.Select(address => Of(address, isOne || (named && Action is DsnAction.Delivered or DsnAction.Relayed)));
    }

    private DsnAction? Action => _outcome switch
    {
        "delivered" => DsnAction.Delivered,
        "relayed" => DsnAction.Relayed,
        "delayed" => DsnAction.Delayed,
        "failed" or "expired" => DsnAction.Failed,
        _ => null,
    };

    private RecipientEvidence Of(string? address, bool isSure) => new()
    {
        FinalRecipient = address,
        Source = isSure ? RecipientSource.Report : RecipientSource.ReturnedMessage,
        Action = Action,
        Status = EnhancedStatusCode.Parse(_event[EventSlot.Status]),
        DiagnosticText = _isAnswer ? _said : "",
        Comment = _isAnswer ? "" : _said,
        LastAttempt = Time,
        IsHearsay = !_isAnswer,
        EventName = _reason,
        Stage = SmtpCommand.Stage(_event[EventSlot.Command]),
        RemoteMta = LogEvidence.Host(_event[EventSlot.Remote])?.TrimEnd('.'),
        Expired = _outcome == "expired",
        Complaint = _outcome == "complaint" ? new Feedback { Type = _event[EventSlot.Feedback] is { Length: > 0 } type ? type.ToLowerInvariant() : "abuse", OriginalRcptTo = isSure ? address : null } : null,
    };

    // Of the lines that the event fits, its service's or everybody's.
    private EventRow? First(EventCatalogue names, Func<EventRow, bool> tells)
    {
        EventRow? first = null;
        for (var scope = _event; scope is not null; scope = scope.Parent)
            foreach (var number in scope.Rows)
                if (names.Rows[number] is var row && (first is null || row.Line < first.Line) && (row.Service == EventCatalogue.Any || row.Service == Service) && tells(row)) first = row;
        return first;
    }

    // Services cut the codes off the answer: 550, {"class":5,"subject":1,"detail":1}, "No such user".
    private string WithCodes(string words)
    {
        var status = _event[EventSlot.Enhanced] is { Length: > 0 } whole ? whole : $"{_event[EventSlot.Class]}.{_event[EventSlot.Subject]}.{_event[EventSlot.Detail]}";
        if (EnhancedStatusCode.TryParse(status, out var enhanced) && ReplyReader.FindStatus(words) is null) words = $"{enhanced} {words}";
        if (_event[EventSlot.Code] is [>= '2' and <= '5', >= '0' and <= '9', >= '0' and <= '9'] code && ReplyReader.Find(words) is null) words = $"{code} {words}";
        return words.Trim();
    }

    private static bool HasCode(string words) => ReplyReader.Find(words) is not null || ReplyReader.FindStatus(words) is not null;
}
