using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The errors of Python's smtplib, as a log or a traceback shows them: <c>SMTPRecipientsRefused: {'a@b': (550, b'5.1.1 no such user')}</c>; those of aiosmtplib too.</summary>
internal sealed class Smtplib : MailLibraryError
{
    // The error's name tells which command was answered.
    private static readonly (string Error, SmtpStage Stage)[] Stages =
    [
        ("SMTPRecipientsRefused", SmtpStage.RcptTo), ("SMTPRecipientRefused", SmtpStage.RcptTo), ("SMTPSenderRefused", SmtpStage.MailFrom), ("SMTPDataError", SmtpStage.EndOfData),
        ("SMTPAuthenticationError", SmtpStage.Auth), ("SMTPHeloError", SmtpStage.Ehlo), ("SMTPConnectError", SmtpStage.Greeting),
    ];

    public override string Name => "smtplib";

    public override IReadOnlyList<string> Markers { get; } = [.. Stages.Select(stage => stage.Error.ToLowerInvariant()), "': (5", "': (4", ", b'5.", ", b'4."];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var recipients = new List<RecipientEvidence>();
        var (read, named) = (0, SmtpStage.Unknown);
        for (var at = 0; recipients.Count < MostRecipients && Answer(words, ref at, out var start) is { } answer; read = start)
        {
            named = LastNamed(words.AsSpan(read, start - read)) ?? named;
            var stage = named;
            var key = Key(words.AsSpan(0, start));
            var third = Third(words.AsSpan(at));
            // (550, b'5.1.1 no such user', 'a@b') without a name is the error about the sender.
            if (stage == SmtpStage.Unknown) stage = key is not null ? SmtpStage.RcptTo : third is not null ? SmtpStage.MailFrom : stage;
            // aiosmtplib names the recipient behind its answer.
            var address = stage == SmtpStage.RcptTo ? key ?? third : null;
            if (stage == SmtpStage.RcptTo && address is null && !words.AsSpan(0, start).TrimEnd().EndsWith("{'':")) continue;
            // The error and its traceback may both be shown.
            if (!recipients.Exists(one => one.FinalRecipient == address && one.DiagnosticText == answer))
                recipients.Add(new RecipientEvidence { FinalRecipient = address, DiagnosticText = answer, Stage = stage });
        }

        return Told(text, recipients);
    }

    // That of the nearest name; null for none.
    private static SmtpStage? LastNamed(ReadOnlySpan<char> before)
    {
        var (nearest, found) = (-1, (SmtpStage?)null);
        foreach (var (error, stage) in Stages)
            if (before.LastIndexOf(error) is var at && at > nearest) (nearest, found) = (at, stage);
        return found;
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
            var said = QuotedLiteral.Read(literal, out var length);
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

    // , 'a@b') behind it.
    private static string? Third(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart("'\"");
        if (rest is not [',', ' ', '\'' or '"', ..]) return null;
        rest = rest[3..];
        return rest.IndexOfAny('\'', '"') is > 0 and var end && rest[end..] is [_, ')', ..] ? AddressLine.Alone(rest[..end]) : null;
    }
}
