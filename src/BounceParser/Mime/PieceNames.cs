using System.Text;
using MimeKit;

namespace BounceParser.Mime;

/// <summary>Names of media types and transfer encodings, as bounces write them.</summary>
internal static class PieceNames
{
    public static PieceKind KindOf(ContentType type) => KindOf(Encoding.UTF8.GetBytes(type.MediaType), Encoding.UTF8.GetBytes(type.MediaSubtype));

    public static PieceKind KindOf(ReadOnlySpan<byte> type, ReadOnlySpan<byte> subtype)
    {
        if (Is(type, "text")) return OfText(subtype);
        return Is(type, "message") ? OfMessage(subtype) : PieceKind.Other;
    }

    public static PieceEncoding EncodingOf(ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t\r\n"u8);
        return StartsWith(value, "base64") ? PieceEncoding.Base64
            : StartsWith(value, "quoted-printable") ? PieceEncoding.QuotedPrintable
            : StartsWith(value, "x-uu") || StartsWith(value, "uuencode") ? PieceEncoding.UuEncode
            : PieceEncoding.None;
    }

    public static bool StartsWith(ReadOnlySpan<byte> value, string word) =>
        value.Length >= word.Length && Ascii.EqualsIgnoreCase(value[..word.Length], word);

    private static PieceKind OfText(ReadOnlySpan<byte> subtype) =>
        Is(subtype, "plain") ? PieceKind.Text
        : Is(subtype, "html") ? PieceKind.Html
        : Is(subtype, "rfc822-headers") ? PieceKind.MessageHeaders
        : Is(subtype, "calendar") || Is(subtype, "css") || Is(subtype, "csv") || Is(subtype, "xml") || Is(subtype, "x-vcard") ? PieceKind.Other
        : PieceKind.Text;

    private static PieceKind OfMessage(ReadOnlySpan<byte> subtype) =>
        Is(subtype, "delivery-status") || Is(subtype, "global-delivery-status") ? PieceKind.DeliveryStatus
        : Is(subtype, "rfc822") || Is(subtype, "global") || Is(subtype, "news") ? PieceKind.Message
        : Is(subtype, "global-headers") ? PieceKind.MessageHeaders
        : Is(subtype, "feedback-report") ? PieceKind.FeedbackReport
        : Is(subtype, "disposition-notification") || Is(subtype, "global-disposition-notification") ? PieceKind.Disposition
        : Is(subtype, "partial") ? PieceKind.PartialMessage
        : PieceKind.Other;

    private static bool Is(ReadOnlySpan<byte> value, string name) => Ascii.EqualsIgnoreCase(value, name);
}
