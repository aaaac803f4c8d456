namespace BounceParser.Classification;

/// <summary>What a verdict rests on.</summary>
internal readonly record struct VerdictInput
{
    public BounceReason Reason { get; init; }

    public string? Situation { get; init; }

    public DsnAction Action { get; init; }

    /// <summary>2, 4 or 5; 0 when there is no reply.</summary>
    public int ReplyClass { get; init; }

    /// <summary>2, 4 or 5; 0 when there is no enhanced status.</summary>
    public int StatusClass { get; init; }

    public RuleEvidence Evidence { get; init; }

    /// <summary>True for 5.1.1, 5.1.2 and 5.1.10.</summary>
    public bool ExactDeadStatus { get; init; }

    public bool HasWordsOfTemporariness { get; init; }

    /// <summary>True when the same text also blames the quota, the sender, a policy or the content, or holds a word of doubt.</summary>
    public bool NamesOtherCause { get; init; }

    /// <summary>True when the bounce itself names the recipient as failed; an address that only the returned message bears is not named.</summary>
    public bool RecipientNamed { get; init; }

    public bool BehindAlias { get; init; }

    public bool ReplyNamesAnother { get; init; }

    /// <summary>True when the reply answers a command that says nothing of the recipient yet.</summary>
    public bool AnswersSender { get; init; }

    public bool IsDoubleBounce { get; init; }

    /// <summary>True for a mail that only its words make a bounce: shops and parcel services write "could not be delivered" too.</summary>
    public bool OnlyWordsTell { get; init; }

    /// <summary>True when the report itself, not only the text, says that delivery has failed.</summary>
    public bool ReportSaysFailed { get; init; }

    /// <summary>The class of the decisive code: the reply's, else the status's; 0 without either.</summary>
    public int Class => ReplyClass != 0 ? ReplyClass : StatusClass;

    public bool SaysLater => Class == 4 || Action == DsnAction.Delayed;
}
