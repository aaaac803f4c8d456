using System.Buffers;
using System.Text;

namespace BounceParser.Mime;

/// <summary>The lexical rules of header fields (RFC 5322 section 2.2).</summary>
internal static class HeaderText
{
    private const int LongestName = 78;

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("!#$%&'*+-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    // A text whose first lines look like headers is a mail only when one of these is among them.
    private static readonly string[] MailFields =
    [
        "from", "to", "subject", "date", "received", "return-path", "message-id", "mime-version", "content-type", "delivered-to", "x-original-to",
        "sender", "reply-to", "cc", "x-failed-recipients", "auto-submitted", "content-transfer-encoding", "envelope-to", "delivery-date", "x-mailer",
        "apparently-to", "resent-from", "errors-to", "in-reply-to", "references", "dkim-signature", "authentication-results", "received-spf", "arc-seal",
        "x-received", "precedence", "list-id",
    ];

    /// <summary>The length of the field's name, and where its value starts; 0 when the line is no header.</summary>
    public static int NameLength(ReadOnlySpan<byte> line, out int valueOffset)
    {
        valueOffset = 0;
        var length = line[..Math.Min(line.Length, LongestName)].IndexOfAnyExcept(NameBytes);
        if (length <= 0) return 0;
        var colon = length;
        // "Subject : x" is written by some.
        while (colon < line.Length && line[colon] is (byte)' ' or (byte)'\t') colon++;
        if (colon >= line.Length || line[colon] != ':') return 0;
        valueOffset = colon + 1;
        return length;
    }

    /// <summary>True when one of the fields is one that mails bear.</summary>
    public static bool IsMail(HeaderBlock block)
    {
        foreach (var name in MailFields)
            if (block.Has(name)) return true;
        return false;
    }

    /// <summary>True for the name of a field that mails bear.</summary>
    public static bool IsMailField(ReadOnlySpan<char> name)
    {
        foreach (var field in MailFields)
            if (name.Equals(field, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The same of its bytes.</summary>
    public static bool IsMailField(ReadOnlySpan<byte> name)
    {
        foreach (var field in MailFields)
            if (Ascii.EqualsIgnoreCase(name, field)) return true;
        return false;
    }

    /// <summary>True when the text starts, after blank lines, with two headers, one of which mails bear.</summary>
    public static bool StartsWithHeaders(ReadOnlyMemory<byte> text)
    {
        var start = text.Span.IndexOfAnyExcept("\r\n \t"u8);
        if (start < 0) return false;
        text = text[start..];
        var feed = text.Span.IndexOf((byte)'\n');
        if (NameLength(feed < 0 ? text.Span : text.Span[..feed], out _) == 0) return false;
        var block = new HeaderBlock(text, 32);
        return block.Count > 1 && IsMail(block);
    }

    /// <summary>True when the first line is that of an SMTP reply: no mail, whatever fields stand below it.</summary>
    public static bool StartsWithReply(ReadOnlySpan<byte> text) =>
        text.TrimStart("\r\n \t"u8) is [>= (byte)'4' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)' ' or (byte)'-', ..];

    /// <summary>True for a session that somebody typed, whose mail has a subject: what stands above the first blank line is no block of headers.</summary>
    public static bool IsDialogue(ReadOnlySpan<byte> text, HeaderBlock block)
    {
        if (block.IsPlain) return false;
        var first = text.TrimStart("\r\n \t"u8);
        var feed = first.IndexOf((byte)'\n');
        if (feed < 0 || NameLength(first[..feed], out _) > 0 || first.StartsWith("From "u8)) return false;
        return Encoding.Latin1.GetString(text[..Math.Min(block.End, text.Length)]).Contains("RCPT TO:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The value on one line: the line ends of folding are taken out (RFC 5322 section 2.2.3), and what surrounds it.</summary>
    public static string Unfolded(string value)
    {
        value = value.Trim();
        if (value.AsSpan().IndexOfAny('\n', '\t', '\r') < 0) return value;
        // A line gives no more than its own length and a space for its end.
        var unfolded = ArrayPool<char>.Shared.Rent(value.Length);
        var length = 0;
        foreach (var line in value.AsSpan().EnumerateLines())
        {
            var words = line.Trim(" \t");
            if (words.IsEmpty) continue;
            if (length > 0) unfolded[length++] = ' ';
            words.Replace(unfolded.AsSpan(length), '\t', ' ');
            length += words.Length;
        }

        var text = new string(unfolded, 0, length);
        ArrayPool<char>.Shared.Return(unfolded);
        return text;
    }
}
