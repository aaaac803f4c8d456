using System.Globalization;
using System.Text;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The errors of Python's smtplib, as a log or a traceback shows them: <c>SMTPRecipientsRefused: {'a@b': (550, b'5.1.1 no such user')}</c>; those of aiosmtplib too.</summary>
internal sealed class Smtplib : Dialect
{
    private const int MostRefused = 1_000;

    // The error's name tells which command was answered.
    private static readonly (string Error, SmtpStage Stage)[] Stages =
    [
        ("smtprecipientsrefused", SmtpStage.RcptTo), ("smtpsenderrefused", SmtpStage.MailFrom), ("smtpdataerror", SmtpStage.Unknown),
        ("smtpauthenticationerror", SmtpStage.Auth), ("smtpheloerror", SmtpStage.Ehlo), ("smtpconnecterror", SmtpStage.Greeting),
    ];

    public override string Name => "smtplib";

    public override IReadOnlyList<string> Markers { get; } = [.. Stages.Select(stage => stage.Error), "': (5", "': (4"];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var stage = StageOf(text.Folded);
        var recipients = new List<RecipientEvidence>();
        for (var at = 0; recipients.Count < MostRefused && Answer(words, ref at, out var start) is { } answer;)
        {
            // aiosmtplib names the recipient behind its answer.
            var address = stage is SmtpStage.RcptTo or SmtpStage.Unknown ? Key(words.AsSpan(0, start)) ?? Behind(words.AsSpan(at)) : null;
            if (stage == SmtpStage.RcptTo && address is null) continue;
            // The error and its traceback may both be shown.
            if (recipients.Exists(one => one.FinalRecipient == address && one.DiagnosticText == answer)) continue;
            recipients.Add(new RecipientEvidence { FinalRecipient = address, DiagnosticText = answer, Stage = stage });
        }

        return recipients.Count == 0 ? null : new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients };
    }

    private static SmtpStage StageOf(ReadOnlySpan<char> folded)
    {
        foreach (var (error, stage) in Stages)
            if (folded.IndexOf(error) >= 0) return stage;
        return SmtpStage.Unknown;
    }

    // (550, b'5.1.1 no such user'), as one reply.
    private static string? Answer(string words, ref int at, out int start)
    {
        for (start = at; start < words.Length && words.IndexOf('(', start) is >= 0 and var open; start = open + 1)
        {
            var rest = words.AsSpan(open + 1);
            if (rest is not [>= '2' and <= '5', >= '0' and <= '9', >= '0' and <= '9', ',', ..]) continue;
            var literal = rest[4..].TrimStart();
            if (literal is not (['b' or 'u', '\'' or '"', ..] or ['\'' or '"', ..])) continue;
            var code = rest[..3].ToString();
            var said = Literal(literal, out var length);
            (start, at) = (open, words.Length - literal.Length + length);
            return $"{code} {said}".TrimEnd();
        }

        at = words.Length;
        return null;
    }

    // 'a@b': before the answer.
    private static string? Key(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        if (before is not [.., '\'' or '"', ':']) return null;
        before = before[..^2];
        var open = before.LastIndexOfAny('\'', '"');
        return open < 0 ? null : AddressLine.Alone(before[(open + 1)..]);
    }

    // (550, '5.1.1 no such user', 'a@b')
    private static string? Behind(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart("'\"");
        if (rest is not [',', ' ', '\'' or '"', ..]) return null;
        rest = rest[3..];
        return rest.IndexOfAny('\'', '"') is > 0 and var end && rest[end..] is [_, ')', ..] ? AddressLine.Alone(rest[..end]) : null;
    }

    // A string as Python writes it; its bytes are UTF-8.
    private static string Literal(ReadOnlySpan<char> literal, out int length)
    {
        var open = literal.IndexOfAny('\'', '"');
        var quote = literal[open];
        var bytes = new List<byte>();
        Span<byte> utf8 = stackalloc byte[4];
        for (length = open + 1; length < literal.Length && literal[length] != quote;)
        {
            if (literal[length] == '\\' && length + 1 < literal.Length)
            {
                length += Escape(literal[length..], out var escaped);
                bytes.Add(escaped);
                continue;
            }

            Rune.DecodeFromUtf16(literal[length..], out var rune, out var units);
            foreach (var unit in utf8[..rune.EncodeToUtf8(utf8)]) bytes.Add(unit);
            length += units;
        }

        return TextBytes.Decode(bytes.ToArray(), bytes.Count);
    }

    private static int Escape(ReadOnlySpan<char> escape, out byte value)
    {
        if (escape is ['\\', 'x', _, _, ..] && byte.TryParse(escape[2..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)) return 4;
        value = escape[1] switch { 'n' => (byte)'\n', 'r' or 't' => (byte)' ', var other => other < 0x80 ? (byte)other : (byte)'?' };
        return 2;
    }
}
