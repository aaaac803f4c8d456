namespace BounceParser.Mime;

/// <summary>A leaf of the MIME tree, as offsets into the mail: nothing is decoded until asked for.</summary>
/// <param name="MediaType">In lower case, as in <c>text/plain</c>.</param>
/// <param name="Charset">As declared; null when not.</param>
/// <param name="TransferEncoding">In lower case; empty when not declared.</param>
/// <param name="IsAttachment">True with a disposition of attachment or a file's name.</param>
/// <param name="MessageDepth">0 in the mail itself, 1 in a message that it holds.</param>
/// <param name="Start">Where the content starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsMessage">True for a message that MimeKit opened: the range is then the message with its headers.</param>
internal readonly record struct MimePiece(
    string MediaType, string? Charset, string TransferEncoding, bool IsAttachment, int MessageDepth, int Start, int End, bool IsMessage);
