namespace BounceParser;

/// <summary>Another system's names for the reasons of a refusal.</summary>
public enum Vocabulary
{
    /// <summary>None: this library's own names.</summary>
    None = 0,

    /// <summary>Sisimai's reasons, as in <c>userunknown</c>.</summary>
    Sisimai = 1,

    /// <summary>PowerMTA's bounce categories, as in <c>bad-mailbox</c>.</summary>
    PowerMta = 2,

    /// <summary>KumoMTA's bounce classes, as in <c>InvalidRecipient</c>.</summary>
    KumoMta = 3,

    /// <summary>Amazon SES's bounce type and subtype, as in <c>Permanent/NoEmail</c>.</summary>
    AmazonSes = 4,
}
