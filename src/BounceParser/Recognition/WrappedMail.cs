using BounceParser.Mime;

namespace BounceParser.Recognition;

/// <summary>A mail that a gateway has wrapped whole, to add a disclaimer or to mark it as spam: what it holds is the mail.</summary>
internal static class WrappedMail
{
    // A gateway changes none of these; who forwards a mail writes his own.
    private static readonly string[] Kept = ["message-id", "from", "subject"];

    /// <summary>The mail inside when it is the same one; else the mail itself.</summary>
    public static BounceMessage Unwrapped(BounceMessage mail, BounceParserOptions options) =>
        mail.DeliveryStatus is null && mail.AttachedMessage is { } attached && mail.Returned is { } held && (IsSame(mail, held) || IsMarked(mail, held))
        && BounceMessage.Read(attached, options) is { } inner ? inner : mail;

    private static bool IsSame(BounceMessage mail, ReturnedMessage held) => Kept.All(name => mail.Header(name) is { Length: > 2 } value && held.Header(name) == value);

    // SpamAssassin (report_safe): the subject may begin with a tag.
    private static bool IsMarked(BounceMessage mail, ReturnedMessage held) =>
        mail.HasHeader("x-spam-checker-version") && mail.Header("from") is { Length: > 2 } from && held.Header("from") == from
        && held.Header("subject") is { } subject && mail.Header("subject")?.EndsWith(subject, StringComparison.Ordinal) == true;
}
