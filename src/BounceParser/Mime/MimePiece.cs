namespace BounceParser.Mime;

/// <summary>What a leaf of the MIME tree is to a bounce.</summary>
internal enum PieceKind : byte { Other, Text, Html, DeliveryStatus, FeedbackReport, Disposition, Message, MessageHeaders, PartialMessage, Preamble }

/// <summary>The transfer encodings of RFC 2045 that change bytes, and uuencode.</summary>
internal enum PieceEncoding : byte { None, Base64, QuotedPrintable, UuEncode }

/// <summary>A leaf of the MIME tree, as offsets into the mail: nothing is decoded until asked for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Encoding">How its content is encoded.</param>
/// <param name="Charset">As declared; null when not.</param>
/// <param name="IsAttachment">True with a disposition of attachment.</param>
/// <param name="Alternative">The number of the multipart/alternative that it stands in; 0 for none.</param>
/// <param name="InReport">True directly inside a multipart/report.</param>
/// <param name="Place">Its place in its multipart, from 0.</param>
/// <param name="Start">Where the content starts: for a message, its own headers.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct MimePiece(
    PieceKind Kind, PieceEncoding Encoding, string? Charset, bool IsAttachment, int Alternative, bool InReport, int Place, int Start, int End);
