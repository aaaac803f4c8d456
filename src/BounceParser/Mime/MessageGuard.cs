namespace BounceParser.Mime;

/// <summary>Keeps hostile bytes small before MimeKit sees them, in one pass; a mail within the limits is not copied.</summary>
/// <remarks>
/// MimeKit needs quadratic time for one long header, in the mail and in its parts alike: what is over a limit is cut out.
/// A line that starts with <c>--</c> may open a part's headers; after a blank line headers go on while lines look like headers,
/// because a returned message starts so.
/// </remarks>
internal static class MessageGuard
{
    private const int LongestContentType = 4 * 1024;

    public static GuardedMail Check(ReadOnlyMemory<byte> message, BounceParserOptions options)
    {
        var truncated = message.Length > options.MaxMessageBytes;
        if (truncated) message = message[..options.MaxMessageBytes];
        message = WithLineFeeds(Start(message));
        var cuts = message.Length <= SmallestLimit(options) ? null : new HeaderCuts(message.Span, options).Find();
        return cuts is null ? new GuardedMail(message, truncated) : new GuardedMail(Without(message, cuts), true);
    }

    // A mail that is smaller than each limit breaks none.
    private static int SmallestLimit(BounceParserOptions options) =>
        Math.Min(Math.Min(LongestContentType, options.MaxHeaderBytes), Math.Min(options.MaxHeaderBlockBytes, options.MaxHeaders));

    // An mbox separator and blank lines before the first header are no part of the mail.
    private static ReadOnlyMemory<byte> Start(ReadOnlyMemory<byte> message)
    {
        var span = message.Span;
        var at = span.IndexOfAnyExcept("\r\n\t "u8);
        if (at < 0) return default;
        span = span[at..];
        if (span.StartsWith("\uFEFF"u8)) { at += 3; span = span[3..]; }
        if ((span.StartsWith("From "u8) || span.StartsWith(">From "u8)) && span.IndexOf((byte)'\n') is > 0 and var end) at += end + 1;
        return message[at..];
    }

    private static ReadOnlyMemory<byte> WithLineFeeds(ReadOnlyMemory<byte> message)
    {
        if (message.Span.IndexOf((byte)'\n') >= 0 || message.Span.IndexOf((byte)'\r') < 0) return message;
        var copy = message.ToArray();
        copy.AsSpan().Replace((byte)'\r', (byte)'\n');
        return copy;
    }

    private static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> message, List<Range> cuts)
    {
        var kept = new byte[message.Length];
        int length = 0, from = 0;
        foreach (var cut in cuts)
        {
            message.Span[from..cut.Start.Value].CopyTo(kept.AsSpan(length));
            length += cut.Start.Value - from;
            from = cut.End.Value;
        }

        message.Span[from..].CopyTo(kept.AsSpan(length));
        return kept.AsMemory(0, length + message.Length - from);
    }

    /// <summary>Finds what headers hold over the limits.</summary>
    private ref struct HeaderCuts(ReadOnlySpan<byte> mail, BounceParserOptions options)
    {
        private readonly ReadOnlySpan<byte> _mail = mail;
        private List<Range>? _cuts;
        private int _blockBytes, _headers, _headerBytes, _headerLimit;
        private bool _holdsMessage;

        public List<Range>? Find()
        {
            var inHeaders = true;
            for (var at = 0; at < _mail.Length;)
            {
                if (!inHeaders)
                {
                    // From the line end before: a boundary may follow the blank line at once.
                    var boundary = _mail[(at - 1)..].IndexOf("\n--"u8);
                    if (boundary < 0) break;
                    at += boundary;
                    Open();
                    inHeaders = true;
                }

                var feed = _mail[at..].IndexOf((byte)'\n');
                var end = feed < 0 ? _mail.Length : at + feed + 1;
                var line = _mail[at..end];
                if (line is [(byte)'\n'] or [(byte)'\r', (byte)'\n'])
                {
                    inHeaders = _holdsMessage || LooksLikeHeader(_mail[end..]);
                    Open();
                }
                else Count(line, at);

                at = end;
            }

            return _cuts;
        }

        private void Open()
        {
            _blockBytes = _headers = _headerBytes = _headerLimit = 0;
            _holdsMessage = false;
        }

        private void Count(ReadOnlySpan<byte> line, int at)
        {
            if (line[0] is not ((byte)' ' or (byte)'\t'))
            {
                _headers++;
                _headerBytes = 0;
                _headerLimit = line.Length > 12 && System.Text.Ascii.EqualsIgnoreCase(line[..13], "content-type:"u8) ? LongestContentType : options.MaxHeaderBytes;
            }

            _holdsMessage |= _headerLimit == LongestContentType && HoldsMessage(line[..Math.Min(line.Length, LongestContentType)]);

            // The line's own end stays, so that the next header starts where it did.
            var room = Math.Min(_headerLimit - _headerBytes, options.MaxHeaderBlockBytes - _blockBytes);
            if (_headers > options.MaxHeaders) room = 0;
            _headerBytes += line.Length;
            _blockBytes += line.Length;
            if (line.Length <= room) return;
            var kept = Math.Max(0, room - 2);
            var whole = kept == 0;
            var stop = at + line.Length - (whole || line[^1] != '\n' ? 0 : line.Length > 1 && line[^2] == '\r' ? 2 : 1);
            if (stop > at + kept) (_cuts ??= []).Add((at + kept)..stop);
        }

        // The parts that MimeKit opens: their first line opens headers, whatever it looks like.
        private static bool HoldsMessage(ReadOnlySpan<byte> contentType)
        {
            Span<byte> lower = stackalloc byte[contentType.Length];
            System.Text.Ascii.ToLower(contentType, lower, out var written);
            lower = lower[..written];
            return lower.IndexOf("message/"u8) >= 0 || lower.IndexOf("rfc822"u8) >= 0 || lower.IndexOf("/digest"u8) >= 0;
        }

        private static bool LooksLikeHeader(ReadOnlySpan<byte> rest)
        {
            var colon = rest[..Math.Min(rest.Length, 78)].IndexOf((byte)':');
            return colon > 0 && rest[..colon].IndexOfAnyInRange((byte)0, (byte)' ') < 0;
        }
    }
}

/// <summary>A mail that MimeKit may read, and whether something was cut off.</summary>
internal readonly record struct GuardedMail(ReadOnlyMemory<byte> Bytes, bool IsTruncated);
