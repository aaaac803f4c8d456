using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>What reporting programs write around the words of the server that refused: the step, the host, the expiry.</summary>
internal static class ReporterWords
{
    // Longer texts are another's words; no program writes that much around a reply.
    private const int MaxChars = 2_000;

    // Shorter ones stand everywhere.
    private const int ShortestLong = 4;

    // The first that occurs wins: "end of DATA command" before "DATA command".
    private static readonly (string Phrase, SmtpStage Stage)[] Stages =
    [
        ("end of data", SmtpStage.EndOfData), ("end-of-data", SmtpStage.EndOfData), ("after i sent the message", SmtpStage.EndOfData),
        ("sending message body", SmtpStage.EndOfData), ("end of message", SmtpStage.EndOfData), ("after dot", SmtpStage.EndOfData),
        ("rcpt to", SmtpStage.RcptTo), ("rcpt_to", SmtpStage.RcptTo), ("rcpt command", SmtpStage.RcptTo), ("smtpaddressfailedexception", SmtpStage.RcptTo), ("smtprecipientsrefused", SmtpStage.RcptTo), ("does not like recipient", SmtpStage.RcptTo),
        ("mail from", SmtpStage.MailFrom), ("mail_from", SmtpStage.MailFrom), ("mail command", SmtpStage.MailFrom), ("sender was rejected", SmtpStage.MailFrom), ("return-path is rejected", SmtpStage.MailFrom), ("in your account properties", SmtpStage.MailFrom), ("the sender address ", SmtpStage.MailFrom),
        ("envelope from address", SmtpStage.MailFrom), ("mail failed: ", SmtpStage.MailFrom), ("rejected the sender address", SmtpStage.MailFrom), ("sendernotaccepted", SmtpStage.MailFrom), ("does not like sender", SmtpStage.MailFrom),
        ("data command", SmtpStage.Data), ("to data", SmtpStage.Data), ("after data", SmtpStage.Data), ("sending data", SmtpStage.Data),
        ("pipelined data", SmtpStage.Data), (">>> data", SmtpStage.Data),
        ("starttls", SmtpStage.StartTls), ("tls ", SmtpStage.StartTls), ("server certificate", SmtpStage.StartTls), ("certificate verification", SmtpStage.StartTls),
        ("ehlo", SmtpStage.Ehlo), ("helo", SmtpStage.Ehlo), ("lhlo", SmtpStage.Ehlo), ("my name was rejected", SmtpStage.Ehlo),
        ("to auth", SmtpStage.Auth), ("after auth", SmtpStage.Auth), ("sasl auth", SmtpStage.Auth), ("auth command", SmtpStage.Auth),
        ("initial connection", SmtpStage.Greeting), ("initial server greeting", SmtpStage.Greeting), ("greeting failed", SmtpStage.Greeting),
        ("refused to talk to me", SmtpStage.Greeting), ("initial greeting", SmtpStage.Greeting), ("banner", SmtpStage.Greeting),
        ("connect to ", SmtpStage.Connect), ("connection refused", SmtpStage.Connect), ("no route to host", SmtpStage.Connect),
        ("network is unreachable", SmtpStage.Connect), ("establish an smtp connection", SmtpStage.Connect), ("requests to connect", SmtpStage.Connect),
        ("could not connect", SmtpStage.Connect), ("unable to connect", SmtpStage.Connect), ("couldn't connect", SmtpStage.Connect),
        ("connection timed out", SmtpStage.Connect), ("during user open", SmtpStage.Connect),
    ];

    private static readonly string[] Expiries =
    [
        "in the queue too long", "in the queue for too long", "retry timeout exceeded", "long failure period", "message timed out", "delivery time expired",
        "envelope expired", "could not deliver for the last", "could not be delivered for", "queue lifetime", "message expired", "delivery expired",
        "unable to deliver in", "message is too old", "too long in queue", "undeliverable for too long", "maximum queue time", "warning: message still undelivered after",
    ];

    // A host's name stands right behind these.
    private static readonly string[] BeforeHost =
    [
        "host ", "connect to ", "conversation with ", "connection with ", "talking to ", "connected to ", "giving up on ", "remote server at ", "during user open with ",
        "timed out with ", "refused by ", "reset by ", "server of ", "with host ", "from host ", " by ", "h=",
    ];

    // And right before these.
    private static readonly string[] BehindHost = [" does not like recipient", " failed on ", " failed after i sent", " gave this error", " rejected your message", " said:", " #<"];

    // One pass tells the step and the expiry, and that most words name no host. The last signs of one are too short to be rare: a mark leads to them.
    private static readonly PhraseIndex Index = new([.. Stages.Select(stage => stage.Phrase), .. Expiries, .. BeforeHost.Where(IsLong), .. BehindHost.Where(IsLong)]);
    private static readonly int FirstHost = Stages.Length + Expiries.Length;
    private static readonly SearchValues<char> ShortHosts = SearchValues.Create("=#");

    /// <summary>What these words tell; of long ones their end.</summary>
    public static ReporterNotes Read(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty) return default;
        words = words[^Math.Min(words.Length, MaxChars)..];
        Span<char> low = stackalloc char[words.Length];
        LowerCase.Write(words, low);
        // Of a transcript the last command counts.
        var taker = new Taker(low.LastIndexOf(">>> "));
        Index.Find(low, ref taker);
        return new ReporterNotes(taker.Stage < Stages.Length ? Stages[taker.Stage].Stage : SmtpStage.Unknown, taker.Hosts != 0 || low.ContainsAny(ShortHosts) ? Host(words, low, taker.Hosts) : null, taker.Expired);
    }

    private static bool IsLong(string phrase) => phrase.Length >= ShortestLong;

    // Those of the index that were found, a bit each.
    private static string? Host(ReadOnlySpan<char> words, ReadOnlySpan<char> low, uint found)
    {
        foreach (var phrase in BeforeHost)
            for (var from = MayStand(phrase, ref found) ? 0 : low.Length; from < low.Length;)
            {
                var at = low[from..].IndexOf(phrase);
                if (at < 0) break;
                var start = from + at;
                from = start + phrase.Length;
                if ((start == 0 || !char.IsLetterOrDigit(low[start - 1]) || phrase[0] == ' ') && HostName.NameOrAddressAt(words[from..]) is { } host) return host;
            }

        foreach (var phrase in BehindHost)
            if (MayStand(phrase, ref found) && low.IndexOf(phrase) is > 0 and var end && HostName.NameOrAddressAt(words[(words[..end].LastIndexOfAny(" \t\n") + 1)..end]) is { } host) return host;
        return null;
    }

    // In the order of the index; one that is not in it may stand anywhere.
    private static bool MayStand(string phrase, ref uint found)
    {
        if (!IsLong(phrase)) return true;
        var stands = (found & 1) != 0;
        found >>= 1;
        return stands;
    }

    private struct Taker(int lastCommand) : IPhraseVisitor
    {
        /// <summary>The first of the list that was found.</summary>
        public int Stage { get; private set; } = int.MaxValue;

        public bool Expired { get; private set; }

        /// <summary>The phrases that lead to a host, a bit each, the first of them lowest.</summary>
        public uint Hosts { get; private set; }

        public void Visit(int phrase, int start, int length)
        {
            if (phrase >= FirstHost) Hosts |= 1u << (phrase - FirstHost);
            else if (phrase >= Stages.Length) Expired = true;
            else if (start >= lastCommand && phrase < Stage) Stage = phrase;
        }
    }
}

/// <summary>What a reporting program says around the words of a server.</summary>
/// <param name="Stage">The step that it names; Unknown when it names none.</param>
/// <param name="Host">The host that was spoken to: its name, else its address; null when it names none.</param>
/// <param name="Expired">True when it says that the queue gave up for lack of time.</param>
internal readonly record struct ReporterNotes(SmtpStage Stage, string? Host, bool Expired);
