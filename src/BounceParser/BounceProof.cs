namespace BounceParser;

/// <summary>What a bounce bears that only an answer to our own mail can know: each is to be compared with what was sent.</summary>
/// <remarks>Anyone can forge a bounce that unsubscribes a victim. One that bears nothing of this proves nothing; one that bears it proves something only when it is ours.</remarks>
[Flags]
public enum BounceProof
{
    /// <summary>Nothing: it can be anybody's.</summary>
    None = 0,

    /// <summary>The envelope id: <see cref="BounceReport.EnvelopeId"/>.</summary>
    EnvelopeId = 1,

    /// <summary>The Message-ID of the returned message, or what a sending service calls it: <see cref="OriginalMessage.MessageId"/>.</summary>
    MessageId = 2,

    /// <summary>A return path that bears the recipient: <see cref="ReturnPath.Recipient"/>.</summary>
    Verp = 4,

    /// <summary>A return path signed by SRS: <see cref="ReturnPath.SrsSignature"/>.</summary>
    Srs = 8,

    /// <summary>A return path signed by BATV: <see cref="ReturnPath.BatvSignature"/>.</summary>
    Batv = 16,
}
