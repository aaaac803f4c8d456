using System.Text;

namespace BounceParser.Cli.Input;

/// <summary>Whether a file begins as a message does: with header fields, one of them known from mail.</summary>
internal static class MailStart
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Return-Path", "Received", "Delivered-To", "Envelope-To", "X-Original-To", "From", "To", "Cc", "Reply-To", "Sender", "Subject", "Date", "Message-ID", "MIME-Version",
        "Content-Type", "DKIM-Signature", "ARC-Seal", "Authentication-Results", "Received-SPF", "Auto-Submitted", "X-Mozilla-Status", "X-Account-Key", "X-Failed-Recipients",
    };

    /// <param name="start">The first bytes.</param>
    /// <param name="isCut">True when more follow: the last line may be half.</param>
    public static bool Is(ReadOnlySpan<byte> start, bool isCut)
    {
        if (start.StartsWith(Encoding.UTF8.Preamble)) start = start[Encoding.UTF8.Preamble.Length..];
        var isKnown = false;
        while (!start.IsEmpty)
        {
            var end = start.IndexOf((byte)'\n');
            var line = (end < 0 ? start : start[..end]).TrimEnd((byte)'\r');
            if (line.IsEmpty || (end < 0 && isCut && isKnown)) break;
            if (line[0] is not ((byte)' ' or (byte)'\t'))
            {
                if (NameOf(line) is not { } name) return false;
                isKnown |= Known.Contains(name);
            }

            start = end < 0 ? [] : start[(end + 1)..];
        }

        return isKnown;
    }

    // RFC 5322 §2.2: printable, no space; old programs put one before the colon.
    private static string? NameOf(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0) return null;
        var name = line[..colon].TrimEnd((byte)' ');
        return name.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? null : Encoding.ASCII.GetString(name);
    }
}
