using BounceParser.Dialects;
using BounceParser.Dsn;
using BounceParser.Events;
using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Recognition;

namespace BounceParser.Reading;

/// <summary>What one mail says: what became of another one, or else what kind of mail it is.</summary>
/// <param name="Shape">What it looks like; of a mail that tells of no delivery, what it is.</param>
/// <param name="Evidence">What it tells of deliveries; null when it is another kind of mail.</param>
internal readonly record struct MailReading(MailShape Shape, BounceEvidence? Evidence)
{
    public static MailReading Read(BounceMessage mail, BounceParserOptions options)
    {
        var recognizer = new MailRecognizer(mail);
        var shape = recognizer.Shape;
        if (!shape.MayBeReport()) return Other(shape);
        if (JsonEvents.IsJson(mail.Text) && JsonEvents.Read(mail.Text, options) is { } events)
            return new(shape, events with { OnlyWordsTell = shape is MailShape.MaybeBounce or MailShape.NoReturnPath });

        using var text = new BounceText { Text = mail.Text, Mail = mail };
        var human = HumanPart.Read(mail, text, shape);
        // What answers in a person's name may well say that nobody read the mail: a report is what a program wrote that we know.
        if (shape == MailShape.NoReturnPath && recognizer.IsAutoReply && human is { Dialect: null }) human = null;
        if (human is null && shape.IsDoubtful()) return Other(recognizer.IsAutoReply ? MailShape.AutoReply : MailShape.Ordinary);
        if (shape is MailShape.Bounce or MailShape.MaybeBounce && HumanPart.IsForReader(mail, text, human)) return Other(MailShape.Ordinary);
        var evidence = EvidenceMerge.Merge(Fields(mail, human, options), human);
        if (OnlyWordsTell(mail, human, shape)) evidence = evidence with { OnlyWordsTell = true };
        if (shape == MailShape.Bounce && evidence.LacksAction && HumanPart.ShowsProgram(mail, human) && recognizer.SubjectSaysFailed) evidence = evidence.Failed();
        if (evidence.Recipients.Count == 0) return recognizer.IsAutoReply ? Other(MailShape.AutoReply) : new(shape, evidence with { Words = text.Words });
        // The report says nothing of its one recipient, and the text names nobody: what it says, it says of him.
        if (human is null && evidence.Recipients is [{ DiagnosticText: "", Comment: "" } silent]) evidence = evidence with { Recipients = [silent with { Comment = text.Words }] };
        return new(shape, evidence);
    }

    private static MailReading Other(MailShape shape) => new(shape, null);

    // A filter that refuses in a disposition notification names there whom it speaks for; a mail whose own headers were lost shows the report part as text.
    private static BounceEvidence? Fields(BounceMessage mail, BounceEvidence? human, BounceParserOptions options) =>
        (mail.DeliveryStatus ?? mail.DispositionNotification) is { } status ? DeliveryStatusReader.Read(status.Span, options)
        : human is null ? null
        : DeliveryStatusReader.ReadText(mail.Text[..Math.Min(human.OriginalStart ?? mail.Text.Length, mail.Text.Length)], options);

    // Somebody who writes to a list may attach a report that is not about his mail.
    private static bool OnlyWordsTell(BounceMessage mail, BounceEvidence? human, MailShape shape) =>
        shape == MailShape.MaybeBounce
        || (shape == MailShape.NoReturnPath && !HumanPart.ShowsProgram(mail, human))
        || (mail.DeliveryStatus is not null && mail.ContentType != "multipart/report" && mail.HasHeader("list-id"));
}
