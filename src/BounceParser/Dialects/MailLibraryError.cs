using BounceParser.Evidence;

namespace BounceParser.Dialects;

/// <summary>The error of a library that sends mail, as an application's log or a traceback shows it.</summary>
internal abstract class MailLibraryError : Dialect
{
    /// <summary>No error names more recipients.</summary>
    protected const int MostRecipients = 1_000;

    /// <summary>What the error tells of its recipients; null when it names none.</summary>
    protected BounceEvidence? Told(BounceText text, List<RecipientEvidence> recipients) => recipients.Count == 0 ? null
        : new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients, IsTruncated = recipients.Count == MostRecipients };
}
