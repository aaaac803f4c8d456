using System.Text;
using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of qmail-send (qmail-log(5)).</summary>
internal sealed class QmailLog : LogFormat
{
    /// <summary>That of qmail and of all that stands before its server.</summary>
    public const string Dialect = "qmail";

    // What a line that ends with LF is followed by; qmail-send writes LF as '/', which links are full of.
    private static readonly string[] LineStarts = ["Remote_host_said", "Giving_up_on_", "I'm_not_going_to_try_again", "Connected_to_", "Sorry,_", "STARTTLS_"];

    // starting delivery 12: msg 345 to remote a@b
    private static readonly Parser<QmailDelivery> Starting =
        from label in Token.Literal("starting delivery ")
        from number in Token.Digits
        from message in Token.Literal(": msg ")
        from id in Token.Digits
        from to in Token.OneOf(" to local ", " to remote ")
        from recipient in Token.Word
        select new QmailDelivery(number, recipient, null, "");

    // delivery 12: failure: text_with_underscores/
    private static readonly Parser<QmailDelivery> Ending =
        from label in Token.Literal("delivery ")
        from number in Token.Digits
        from outcome in Token.OneOf(": success: ", ": failure: ", ": deferral: ")
        from text in Token.Rest
        select new QmailDelivery(number, null, ActionOf(outcome), Plain(text));

    private static readonly Parser<LogEvidence> Line = Ending.Select(ending => ending.ToEvidence(null));

    public override string Name => Dialect;

    public override IReadOnlyList<string> Marks { get; } = ["delivery "];

    public override LogEvidence? Read(string line) => Line.Read(line);

    /// <summary>The end of a delivery, or null and the start of one, or null and null.</summary>
    public static QmailDelivery? Read(string message, out QmailDelivery? starting)
    {
        starting = Starting.Read(message);
        return starting is null ? Ending.Read(message) : null;
    }

    private static DsnAction ActionOf(string outcome) => outcome switch
    {
        ": success: " => DsnAction.Delivered,
        ": failure: " => DsnAction.Failed,
        _ => DsnAction.Delayed,
    };

    // '_' was a blank, except within <an_address@example.net>; '/' was LF where a line can start.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var addressEnd = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '<' && index >= addressEnd) addressEnd = AddressEnd(text, index);
            plain.Append(text[index] switch
            {
                '_' when index >= addressEnd && !IsInCode(text, index) => ' ',
                '/' when StartsLine(text.AsSpan(index + 1)) => '\n',
                var other => other,
            });
        }

        return plain.ToString().TrimEnd();
    }

    // OFR_506, LPN105_4: the code of a provider, three capitals or more and a number.
    private static bool IsInCode(string text, int underscore)
    {
        var start = underscore;
        while (start > 0 && underscore - start < 12 && (char.IsAsciiLetterUpper(text[start - 1]) || char.IsAsciiDigit(text[start - 1]))) start--;
        var end = underscore + 1;
        while (end < text.Length && end - underscore < 8 && char.IsAsciiDigit(text[end])) end++;
        return underscore - start >= 3 && end > underscore + 1
            && text.AsSpan(start, 3).IndexOfAnyExceptInRange('A', 'Z') < 0
            && (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
            && (end == text.Length || text[end] is '_' or ']' or ')' or '/' or ',' or ';');
    }

    private static int AddressEnd(string text, int open)
    {
        var inside = text.AsSpan(open + 1, Math.Min(320, text.Length - open - 1));
        var close = inside.IndexOfAny('>', '<');
        return close > 0 && inside[close] == '>' && inside[..close].Contains('@') ? open + 1 + close : open;
    }

    private static bool StartsLine(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return true;
        if (rest.Length > 3 && rest[3] is '-' or '_' && ReplyScanner.At(rest, 0) is not null) return true;
        if (rest.Length > 3 && rest[0] is '4' or '5' && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]) && rest[3] == '_') return true;
        foreach (var start in LineStarts)
            if (rest.StartsWith(start, StringComparison.Ordinal)) return true;
        return false;
    }
}
