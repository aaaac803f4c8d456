using System.Text;
using MimeKit;

namespace BounceParser.Cli.Redaction;

/// <summary>Replaces what tells of people in a message, part by part: boundaries, types and encodings stay.</summary>
internal sealed class MailRedactor(Replacements replacements, RedactionDepth depth, bool isBounce)
{
    /// <summary>Deeper is no bounce, and MimeKit would recurse.</summary>
    private const int DeepestParts = 32;

    private readonly TextRedactor _text = new(replacements, depth);

    /// <summary>Null for what is no MIME.</summary>
    public byte[]? Redact(byte[] message)
    {
        if (Load(message) is not { } mail) return null;
        Redact(mail);
        using var output = new MemoryStream();
        mail.WriteTo(output);
        return output.ToArray();
    }

    /// <summary>The message; null for what is no MIME.</summary>
    public static MimeMessage? Load(byte[] message)
    {
        try
        {
            var options = ParserOptions.Default.Clone();
            options.MaxMimeDepth = DeepestParts;
            return MimeMessage.Load(options, new MemoryStream(message));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void Redact(MimeMessage mail)
    {
        var all = Parts(mail);
        var returned = all.Select(part => part.Part).OfType<MessagePart>().Select(part => part.Message).FirstOrDefault(inner => inner is not null);
        var headers = new HeaderRedactor(_text);
        headers.Redact(mail.Headers, isReturned: false, returned?.Subject);
        foreach (var (part, isReturned) in all)
        {
            headers.Redact(part.Headers, isReturned, null);
            if (part is MessagePart { Message: { } inner }) headers.Redact(inner.Headers, isReturned: true, null);
            else if (part is MimePart { Content: not null } leaf) Redact(leaf, isReturned);
            else if (part is Multipart multipart) Redact(multipart);
        }
    }

    // Every part with whether it stands inside a message that this one holds; a stack, not recursion.
    private static List<(MimeEntity Part, bool IsReturned)> Parts(MimeMessage mail)
    {
        var all = new List<(MimeEntity, bool)>();
        var open = new Stack<(MimeEntity? Part, bool IsReturned)>([(mail.Body, false)]);
        while (open.TryPop(out var next))
        {
            if (next.Part is not { } part) continue;
            all.Add((part, next.IsReturned));
            if (part is MessagePart { Message: { } inner }) open.Push((inner.Body, true));
            else if (part is Multipart multipart)
                foreach (var child in multipart.Reverse()) open.Push((child, next.IsReturned));
        }

        return all;
    }

    private void Redact(Multipart multipart)
    {
        if (multipart.Preamble is { } before) multipart.Preamble = _text.Redact(before);
        if (multipart.Epilogue is { } after) multipart.Epilogue = _text.Redact(after);
    }

    private void Redact(MimePart leaf, bool isReturned)
    {
        using var bytes = new MemoryStream();
        leaf.Content!.DecodeTo(bytes);
        var isReadable = leaf is TextPart || leaf.ContentType.MediaType is "message" || leaf.ContentType.MimeType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
        var content = isReadable ? Text(leaf, Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length), isReturned) : depth.Bodies ? "" : null;
        if (content is not null) leaf.Content = new MimeContent(new MemoryStream(Encoding.Latin1.GetBytes(content)));
    }

    private string Text(MimePart leaf, string text, bool isReturned)
    {
        if (!depth.Bodies) return _text.Redact(text);
        var isHeaders = leaf.ContentType.MimeType.Equals("text/rfc822-headers", StringComparison.OrdinalIgnoreCase);
        if ((isReturned && !isHeaders && leaf is TextPart) || (!isBounce && leaf is TextPart)) return BodyText.Blot(text);
        var body = BodyText.StartOfReturned(text);
        return BodyText.WithoutNames(_text.Redact(text[..body])) + BodyText.Blot(text[body..]);
    }
}
