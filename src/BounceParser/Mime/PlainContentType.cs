using System.Buffers;
using System.Text;

namespace BounceParser.Mime;

/// <summary>A Content-Type as programs write it (RFC 2045 section 5.1): no comments, escapes or continued parameters.</summary>
internal readonly ref struct PlainContentType
{
    private static readonly SearchValues<byte> TokenBytes = SearchValues.Create("!#$&+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_abcdefghijklmnopqrstuvwxyz{|}~"u8);
    private static readonly SearchValues<byte> ValueBytes = SearchValues.Create("!#$&'+-./:=?@0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_abcdefghijklmnopqrstuvwxyz{|}~"u8);
    private static readonly string[] Names = ["multipart/report", "multipart/mixed", "text/plain", "multipart/alternative", "text/html", "message/delivery-status", "message/rfc822", "text/rfc822-headers"];

    private static readonly string[] Reports = ["delivery-status", "feedback-report", "disposition-notification"];

    private readonly ReadOnlySpan<byte> _mail;
    private readonly ReadOnlySpan<byte> _type, _subtype;
    private readonly Range _charset, _reportType;

    private PlainContentType(ReadOnlySpan<byte> mail, ReadOnlySpan<byte> type, ReadOnlySpan<byte> subtype, Range boundary, Range charset, Range reportType)
    {
        _mail = mail;
        _type = type;
        _subtype = subtype;
        (Boundary, _charset, _reportType) = (boundary, charset, reportType);
    }

    /// <summary>Where the boundary stands in the mail; empty when there is none.</summary>
    public Range Boundary { get; }

    public string? Charset => _charset.Equals(default) ? null : CharsetText.NameOf(_mail[_charset]);
    public string? ReportType => _reportType.Equals(default) ? null : Known(Reports, _mail[_reportType], "", default) ?? Encoding.ASCII.GetString(_mail[_reportType]).Trim().ToLowerInvariant();

    /// <summary>The media type in lower case.</summary>
    public string Name => Known(Names, _type, "/", _subtype) ?? (Encoding.ASCII.GetString(_type) + "/" + Encoding.ASCII.GetString(_subtype)).ToLowerInvariant();

    public bool IsMultipart => Is(_type, "multipart");
    public bool IsReport => IsMultipart && Is(_subtype, "report");
    public bool IsAlternative => IsMultipart && Is(_subtype, "alternative");
    public bool IsDigest => IsMultipart && Is(_subtype, "digest");
    public PieceKind Kind => PieceNames.KindOf(_type, _subtype);

    /// <summary>True for what MimeKit reads as a message of its own.</summary>
    public bool IsMessage(PieceEncoding encoding) => encoding == PieceEncoding.None
        && (Is(_type, "message")
            ? Is(_subtype, "rfc822") || Is(_subtype, "news") || Is(_subtype, "global") || Is(_subtype, "global-headers") || Is(_subtype, "external-body") || Is(_subtype, "rfc2822")
            : Is(_type, "text") && Is(_subtype, "rfc822-headers"));

    /// <summary>Reads the value that stands there; text/plain for an empty place. False when it is written in another way.</summary>
    public static bool TryRead(ReadOnlySpan<byte> mail, Range place, out PlainContentType type)
    {
        type = new PlainContentType(mail, "text"u8, "plain"u8, default, default, default);
        if (place.Equals(default)) return true;
        var at = Skip(mail, place.Start.Value);
        var end = place.Start.Value + mail[place].TrimEnd(" \t\r\n;"u8).Length;
        if (!Token(mail, ref at, end, TokenBytes, out var media) || at >= end || mail[at++] != '/' || !Token(mail, ref at, end, TokenBytes, out var sub)) return false;
        Range boundary = default, charset = default, report = default;
        for (at = Skip(mail, at); at < end; at = Skip(mail, at))
        {
            if (mail[at] != ';') return false;
            at = Skip(mail, at + 1);
            if (!Token(mail, ref at, end, TokenBytes, out var name) || at >= end || mail[at++] != '=' || !Value(mail, ref at, end, out var value)) return false;
            if (Is(mail[name], "boundary") && !Take(ref boundary, value)) return false;
            if (Is(mail[name], "charset") && !Take(ref charset, value)) return false;
            if (Is(mail[name], "report-type") && !Take(ref report, value)) return false;
        }

        type = new PlainContentType(mail, mail[media], mail[sub], boundary, charset, report);
        return true;
    }

    private static bool Take(ref Range place, Range value)
    {
        if (!place.Equals(default)) return false;
        place = value;
        return true;
    }

    private static bool Value(ReadOnlySpan<byte> mail, ref int at, int end, out Range value)
    {
        if (at >= end || mail[at] != '"') return Token(mail, ref at, end, ValueBytes, out value);
        var quoted = mail[(at + 1)..end];
        var close = quoted.IndexOf((byte)'"');
        value = (at + 1)..(at + 1 + Math.Max(0, close));
        at += close + 2;
        return close > 0 && !quoted[..close].ContainsAny("\\\r\n"u8) && !quoted[..close].ContainsAnyInRange((byte)0x7F, (byte)0xFF) && quoted[0] != ' ' && quoted[close - 1] != ' ';
    }

    private static bool Token(ReadOnlySpan<byte> mail, ref int at, int end, SearchValues<byte> bytes, out Range token)
    {
        var length = mail[at..Math.Max(at, end)].IndexOfAnyExcept(bytes);
        if (length < 0) length = end - at;
        token = at..(at + Math.Max(0, length));
        at += Math.Max(0, length);
        return length > 0;
    }

    private static int Skip(ReadOnlySpan<byte> mail, int at)
    {
        while (at < mail.Length && mail[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
        return at;
    }

    private static string? Known(string[] words, ReadOnlySpan<byte> first, string between, ReadOnlySpan<byte> last)
    {
        foreach (var word in words)
        {
            if (word.Length != first.Length + between.Length + last.Length || !Ascii.Equals(first, word.AsSpan(0, first.Length)) || !Ascii.Equals(last, word.AsSpan(word.Length - last.Length))) continue;
            if (between.Length == 0 || word[first.Length] == between[0]) return word;
        }

        return null;
    }

    private static bool Is(ReadOnlySpan<byte> word, string name) => word.Length == name.Length && PieceNames.StartsWith(word, name);
}
