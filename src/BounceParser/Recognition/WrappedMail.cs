using BounceParser.Mime;

namespace BounceParser.Recognition;

/// <summary>A mail that a gateway has wrapped whole, to add a disclaimer: what it holds is the mail.</summary>
internal static class WrappedMail
{
    /// <summary>The mail inside when it is the same one, by its Message-ID; else the mail itself.</summary>
    public static BounceMessage Unwrapped(BounceMessage mail, BounceParserOptions options) =>
        mail.DeliveryStatus is null && mail.AttachedMessage is { } attached && mail.Header("message-id") is { Length: > 2 } id
        && mail.Returned?.Header("message-id") == id && BounceMessage.Read(attached, options) is { } inner ? inner : mail;
}
