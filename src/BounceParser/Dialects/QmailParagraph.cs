using System.Buffers;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Takes what qmail says of one recipient apart: its own words, the words of the other server, and how it ended.</summary>
internal static class QmailParagraph
{
    private const string RemoteSaid = "Remote host said:";
    private const string GivingUp = "Giving up on ";
    private const string Forwarded = "Forwarded to ";
    private const string Expiry = "I'm not going to try again";

    // What qmail says of itself before it repeats the other server, or instead.
    private static readonly (string Words, SmtpStage Stage)[] Stages =
    [
        ("does not like recipient", SmtpStage.RcptTo), ("sender was rejected", SmtpStage.MailFrom), ("does not like sender", SmtpStage.MailFrom), ("failed on DATA command", SmtpStage.Data),
        ("failed after I sent the message", SmtpStage.EndOfData), ("greeting failed", SmtpStage.Greeting), ("my name was rejected", SmtpStage.Ehlo),
        ("establish an SMTP connection", SmtpStage.Connect), ("TLS not available", SmtpStage.StartTls), ("TLS connect", SmtpStage.StartTls), ("STARTTLS", SmtpStage.StartTls),
        ("auth rejected", SmtpStage.Auth), ("AUTH failed", SmtpStage.Auth),
    ];

    private static readonly SearchValues<string> OfStages = SearchValues.Create([.. Stages.Select(stage => stage.Words)], StringComparison.OrdinalIgnoreCase);

    // qmail-remote's other words: about names, hosts and connections, nothing that a mailbox's own delivery says.
    private static readonly SearchValues<string> RemoteWords = SearchValues.Create(
        ["Connected to", "any host", "mail exchanger", "lookup", "best-preference", "qmail-remote", "control files", "partial final lines", "connection", "TLS", "SMTP"], StringComparison.OrdinalIgnoreCase);

    public static RecipientEvidence Read(string? address, string words, DsnAction? action)
    {
        words = Readable(words);
        var expiry = Caseless.IndexOf(words, Expiry);
        var expired = expiry >= 0;
        var told = (expired ? words[..expiry] + "\n" + AfterExpiry(words[expiry..]) : words).Trim();
        // Nothing said why: then the expiry is what there is to tell.
        if (told.Length == 0 && expired) told = words[(expiry + Expiry.Length)..].TrimStart(';', ' ').TrimEnd();
        var said = Caseless.IndexOf(told, RemoteSaid);
        var own = said < 0 ? told : told[..said].Trim();
        var remote = WithoutClosing(said < 0 ? own : told[(said + RemoteSaid.Length)..].Trim(), out var server);
        var target = ForwardTarget(own);
        return new RecipientEvidence
        {
            FinalRecipient = target ?? address,
            Alias = target is null ? null : address,
            Action = action,
            DiagnosticText = WithoutBlankMarks(remote),
            Comment = said < 0 ? "" : own,
            Stage = StageOf(own, isOwnDelivery: address is not null && said < 0),
            RemoteMta = server ?? ServerOf(own),
            Expired = expired,
        };
    }

    // Some patches bounce what qmail-send writes into its log, where blanks are underscores and line ends are slashes (qmail-send.c).
    private static string Readable(string words) =>
        !words.Contains(' ') && Caseless.Contains(words, "Remote_host_said:_") ? words.Replace('_', ' ').Replace('/', '\n').Trim() : words;

    // qmail-ldap, of a mailbox that sends on: "Forwarded to <a@b>", and below it what became of that.
    private static string? ForwardTarget(ReadOnlySpan<char> own)
    {
        if (!own.StartsWith(Forwarded, StringComparison.OrdinalIgnoreCase)) return null;
        var end = own.IndexOf('\n');
        return AddressLine.First(end < 0 ? own : own[..end]);
    }

    // The sentence may be wrapped; another may stand after it.
    private static string AfterExpiry(string words)
    {
        var end = Caseless.IndexOf(words, "too long");
        return end < 0 ? "" : words[(end + "too long".Length)..].TrimStart('.', ' ');
    }

    private static string WithoutClosing(string words, out string? server)
    {
        server = HostName.After(words, GivingUp);
        var at = words.LastIndexOf(GivingUp, StringComparison.OrdinalIgnoreCase);
        if (server is null || at < 0) return words;
        var end = words.IndexOf('\n', at);
        return (words[..at] + (end < 0 ? "" : words[end..])).Trim();
    }

    // "192.0.2.1 does not like recipient.", "Connected to 192.0.2.1 but ..."
    private static string? ServerOf(string own)
    {
        if (HostName.After(own, "Connected to ") is { } host) return host;
        var at = Caseless.IndexOf(own, " does not like recipient");
        if (at < 0) at = Caseless.IndexOf(own, " failed ");
        if (at <= 0) return null;
        var first = own.AsSpan(0, at)[(own.AsSpan(0, at).LastIndexOfAny(" \n\t") + 1)..];
        return first.Contains('.') || first.Contains(':') ? first.ToString() : null;
    }

    private static SmtpStage StageOf(string own, bool isOwnDelivery)
    {
        if (own.AsSpan().ContainsAny(OfStages))
            foreach (var (words, stage) in Stages)
                if (Caseless.Contains(own, words)) return stage;
        return !isOwnDelivery || own.Length == 0 || char.IsAsciiDigit(own[0]) || own.AsSpan().ContainsAny(RemoteWords) ? SmtpStage.Unknown : SmtpStage.LocalDelivery;
    }

    // A lone slash stands for a blank line of the text that is repeated.
    private static string WithoutBlankMarks(string words) =>
        words.Contains("/\n", StringComparison.Ordinal) || words.EndsWith('/')
            ? string.Join('\n', words.Split('\n').Where(line => line != "/")).Trim() : words;
}
