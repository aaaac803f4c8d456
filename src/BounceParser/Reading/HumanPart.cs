using BounceParser.Dialects;
using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Recognition;

namespace BounceParser.Reading;

/// <summary>Reads what a mail says to people, and tells whether it may be believed: the less its shape proves, the more the words must.</summary>
internal static class HumanPart
{
    /// <summary>What the words tell of deliveries; null when they tell of none, or of what is no report to the reader.</summary>
    /// <remarks>A subject alone proves nothing, nor does a postmaster or an empty return path: then the text must begin, or speak, as no person's and no statistics do.</remarks>
    public static BounceEvidence? Read(BounceMessage mail, BounceText text, MailShape shape)
    {
        if (shape is MailShape.FromPostmaster or MailShape.NoReturnPath && !ReportOpening.Tells(text)) return null;
        // What a postmaster tells all of a list is no report to one of them.
        if (shape == MailShape.FromPostmaster && mail.Returned is null && mail.HasHeader("list-id")) return null;
        if (shape == MailShape.MaybeBounce && !ReportOpening.IsReport(text)) return null;
        var read = DialectRegistry.Read(text);
        if (read is null || !shape.IsDoubtful()) return read;
        if (shape == MailShape.FromPostmaster && !ShowsProgram(mail, read)) return IsOfPostmaster(text, read) ? read : null;
        if (!ShowsProgram(mail, read) && !ReportOpening.TellsOfMessage(text)) return null;
        return shape is MailShape.NoReturnPath or MailShape.FromPostmaster || mail.Returned is not null || read.OriginalStart is not null || read.NamesRecipient ? read : null;
    }

    /// <summary>True for mails that wait for the reader, as thieves of passwords tell under a daemon's name: who reports one that did not arrive names whom it was for.</summary>
    public static bool IsForReader(BounceMessage mail, BounceText text, BounceEvidence? human) =>
        mail.DeliveryStatus is null && human is not null && !ShowsProgram(mail, human)
        && (text.Sentences.Says(Idea.ForReader) ? text.Sentences.Says(Idea.Bait) || human.Recipients.All(recipient => recipient.FinalRecipient is not { } named || text.IsOwn(named))
            : text.Sentences.Says(Idea.Bait) && !human.NamesRecipient);

    /// <summary>True for words of a program that we know, or the mail that came back: no shop has these.</summary>
    public static bool ShowsProgram(BounceMessage mail, BounceEvidence? human) => mail.Returned is not null || human is { Dialect: not null } or { OriginalStart: not null };

    // A postmaster explains codes and tells of mails that wait while his server is down, a gateway of what it keeps from the reader: neither is about one that the reader sent.
    private static bool IsOfPostmaster(BounceText text, BounceEvidence read)
    {
        var isOwn = text.QuotingSentences.TellsOfOwnMessage();
        if (text.Sentences.Says(Idea.ForReader) && (!isOwn || text.Sentences.Says(Idea.Bait))) return false;
        return read.NamesRecipient || (isOwn && !text.Sentences.IsDelayed) || (text.HasNullReturnPath && text.QuotingSentences.HasCode);
    }
}
