using MimeKit;

namespace BounceParser.Cli.Explaining;

/// <summary>The messages that somebody forwards as attachments, numbered from 1.</summary>
internal static class AttachedMessages
{
    private const int DeepestParts = 32;

    /// <summary>The bytes of each, in order; none for what is no MIME.</summary>
    public static IEnumerable<byte[]> Of(byte[] message)
    {
        MimeMessage mail;
        try
        {
            var options = ParserOptions.Default.Clone();
            options.MaxMimeDepth = DeepestParts;
            mail = MimeMessage.Load(options, new MemoryStream(message));
        }
        catch (FormatException)
        {
            yield break;
        }

        foreach (var part in mail.BodyParts.Concat(mail.Attachments).Distinct())
            if (Bytes(part) is { } bytes) yield return bytes;
    }

    private static byte[]? Bytes(MimeEntity part)
    {
        using var bytes = new MemoryStream();
        if (part is MessagePart { Message: { } inner }) inner.WriteTo(bytes);
        else if (part is MimePart { Content: { } content, FileName: { } name } && name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)) content.DecodeTo(bytes);
        else return null;
        return bytes.ToArray();
    }
}
