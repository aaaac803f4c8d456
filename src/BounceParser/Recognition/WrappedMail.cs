using BounceParser.Mime;

namespace BounceParser.Recognition;

/// <summary>A mail that a gateway has wrapped whole, to add a disclaimer: what it holds is the mail.</summary>
internal static class WrappedMail
{
    // A gateway changes none of these; who forwards a mail writes his own.
    private static readonly string[] Kept = ["message-id", "from", "subject"];

    /// <summary>The mail inside when it is the same one; else the mail itself.</summary>
    public static BounceMessage Unwrapped(BounceMessage mail, BounceParserOptions options) =>
        mail.DeliveryStatus is null && mail.AttachedMessage is { } attached && mail.Returned is { } held
        && Kept.All(name => mail.Header(name) is { Length: > 2 } value && held.Header(name) == value) && BounceMessage.Read(attached, options) is { } inner ? inner : mail;
}
