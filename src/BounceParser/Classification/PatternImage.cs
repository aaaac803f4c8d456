using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Patterns as the image of the catalogue holds them: <see cref="TextPattern"/> to its pieces, sets once.</summary>
internal static class PatternImage
{
    public static void Write(ImageWriter image, TextPattern pattern)
    {
        image.Text(pattern.Source);
        image.All(pattern.Segments, segment => WritePieces(image, segment.Pieces));
    }

    public static TextPattern Read(ref ImageReader image) => new(image.Text(), image.All(static (ref from) => new TextSegment(ReadPieces(ref from))));

    private static void WritePieces(ImageWriter image, TextPiece[] pieces) => image.All(pieces, piece =>
    {
        image.Number((int)piece.Kind);
        if (piece.Kind == PieceKind.Literal) image.Text(piece.LiteralText);
        if (piece.Kind == PieceKind.Set) image.Once(piece, static (to, set) => to.All(set.Members, member => WritePieces(to, member)));
    });

    private static TextPiece[] ReadPieces(ref ImageReader image) => image.All(static (ref from) => (PieceKind)from.Number() switch
    {
        PieceKind.Literal => TextPiece.Literal(from.Text()),
        PieceKind.Set => from.Once(static (ref set) => TextPiece.Set(set.All(ReadPieces))),
        PieceKind.Digit => TextPiece.Digit,
        PieceKind.IpAddress => TextPiece.IpAddress,
        _ => TextPiece.WordEnd,
    });
}
