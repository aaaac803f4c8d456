namespace BounceParser.Dsn;

/// <summary>Reads a disposition notification (RFC 8098): what became of a mail that was delivered.</summary>
internal static class DispositionReader
{
    // Few values are longer.
    private const int Usual = 128;

    /// <summary>The disposition type in lower case, as in <c>displayed</c> or <c>deleted</c>; null when the field is missing.</summary>
    public static string? Disposition(ReadOnlySpan<byte> notification)
    {
        var fields = new ReportFields(notification, stackalloc char[Usual]);
        while (fields.Read(out var field))
            if (field.Name == FieldName.Disposition) return Type(field.Value);
        return null;
    }

    // "manual-action/MDN-sent-manually; displayed/error"
    private static string? Type(ReadOnlySpan<char> value)
    {
        var type = value[(value.IndexOf(';') + 1)..].Trim();
        var end = type.IndexOfAny("/ \t\n,(");
        if (end >= 0) type = type[..end];
        return type.IsEmpty ? null : type.ToString().ToLowerInvariant();
    }
}
