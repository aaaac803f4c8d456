using BounceParser.Evidence;

namespace BounceParser.Dialects;

/// <summary>Finds the recipients of a report that no dialect claims, each with the words about it.</summary>
internal sealed class SharedRecipients(TextLines report, BounceText text)
{
    private const int MostRecipients = 10_000;
    private const int LongestWords = 40;

    private readonly string? _sender = AddressLine.First(text.HeaderOf("to") ?? "");

    /// <param name="isReply">True when the whole text is one reply: an address in it is what the reply names.</param>
    public List<RecipientEvidence> Find(bool isReply)
    {
        var places = isReply ? [] : Places();
        if (places.Count == 0) places = InReplies();
        if (isReply) return [.. places.Take(1).Select(place => new RecipientEvidence { DiagnosticText = report.Join(0, report.Count) })];
        var recipients = new List<RecipientEvidence>(places.Count);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < places.Count && recipients.Count < MostRecipients; i++)
        {
            if (!seen.Add(places[i].Address)) continue;
            var next = i + 1 < places.Count ? places[i + 1].Line : report.Count;
            recipients.Add(new RecipientEvidence { FinalRecipient = places[i].Address, DiagnosticText = Words(places[i], next), RemoteMta = Talking() });
        }

        // Several addresses under one reply: it speaks of all.
        for (var i = recipients.Count - 2; i >= 0; i--)
            if (recipients[i].DiagnosticText.Length == 0) recipients[i] = recipients[i] with { DiagnosticText = recipients[i + 1].DiagnosticText };
        return recipients;
    }

    private readonly record struct Place(int Line, string Address, string After);

    private List<Place> Places()
    {
        var places = new List<Place>();
        for (var line = 0; line < report.Count; line++)
        {
            var words = report.Trimmed(line).TrimStart("*-•>| \t·");
            if (!words.Contains('@') || IsAboutSender(words)) continue;
            if (InHeaderOfOriginal(line)) continue;
            if ((Alone(words) ?? Leading(line, words, places) ?? Labelled(words) ?? InSentence(line, words)) is { } found && !IsOurs(found.Address))
                places.Add(new Place(line, found.Address, found.After));
        }

        return places;
    }

    // "550 5.1.1 <a@b>... User unknown", where nothing else names anybody.
    private List<Place> InReplies()
    {
        var places = new List<Place>();
        for (var line = 0; line < report.Count; line++)
        {
            var words = report.Trimmed(line);
            if (!words.Contains('@') || !(SharedReader.StartsWithReply(words) || words.Contains("RCPT TO", StringComparison.OrdinalIgnoreCase)) || IsAboutSender(words)) continue;
            if (AddressLine.First(words) is { } address && !IsOurs(address)) places.Add(new Place(line, address, words.ToString()));
        }

        return places;
    }

    private static (string Address, string After)? Alone(ReadOnlySpan<char> words)
    {
        if (AddressLine.Leading(words, out var rest) is not { } address || !address.Contains('@')) return null;
        rest = rest.TrimStart(" \t>)]'\"");
        if (rest.IsWhiteSpace()) return (address, "");
        // What follows an address that heads its line: a mark, a reply, or words in brackets; in a sentence it would go on in words.
        if (rest[0] is ':' or '.' or ',' or ';' or '-' or '(' or '|' or '=' or '：' or '<' or '[') return (address, rest.TrimStart(":.,;-=|： \t").ToString());
        return SharedReader.StartsWithReply(rest) || FailureWords.SaysFailure(rest) || rest.Length > 0 && rest[0] is '\t' ? (address, rest.ToString()) : null;
    }

    // "a@b Invalid address", at the start of a paragraph or under another recipient; "a@b on Thu, 29 Apr" of Exchange.
    private (string Address, string After)? Leading(int line, ReadOnlySpan<char> words, List<Place> places)
    {
        if (AddressLine.Leading(words, out var rest) is not { } address || !address.Contains('@')) return null;
        rest = rest.TrimStart(" \t>)]'\"");
        if (rest.StartsWith("on ", StringComparison.OrdinalIgnoreCase) && rest.ContainsAny("0123456789")) return (address, "");
        var starts = report.IsBlank(line - 1) || report.Trimmed(line - 1).EndsWith(':') || places is [.., var last] && last.Line == line - 1;
        return starts && !rest.StartsWith("wrote", StringComparison.OrdinalIgnoreCase) ? (address, rest.ToString()) : null;
    }

    // "To: a@b / Subject: ... / Sent: ...": which mail it is about, not who did not get it.
    private bool InHeaderOfOriginal(int line)
    {
        if (!Fragment.StartsWith(report.Trimmed(line), "to:", "an:", "à:", "para:", "a:", "aan:", "cc:")) return false;
        for (var near = line - 2; near <= line + 3; near++)
            if (Fragment.StartsWith(report.Trimmed(near), "subject:", "sent:", "date:", "sujet:", "objet:", "envoyé:", "betreff:", "gesendet:", "asunto:", "oggetto:", "onderwerp:")) return true;
        return false;
    }

    private static (string Address, string After)? Labelled(ReadOnlySpan<char> words)
    {
        var colon = words.IndexOfAny(":：;");
        if (colon is < 1 or > LongestWords || !FailureWords.IsRecipientLabel(words[..colon])) return null;
        return AddressLine.First(words[(colon + 1)..], out _, out var end) is { } address ? (address, words[(colon + 1 + end)..].TrimStart("> \t,;:'\")").ToString()) : null;
    }

    // "Your message to a@b could not be delivered": the sentence may have been wrapped.
    private (string Address, string After)? InSentence(int line, ReadOnlySpan<char> words)
    {
        if (AddressLine.First(words) is not { } address || Fragment.Says(words, "contact", "please send mail to", "write to", "postmaster@", "from:", "from <", "mailto:", "http")) return null;
        // X.400 gateways write the address into a name: "dda:SMTP=a@b".
        if (address.StartsWith("smtp=", StringComparison.OrdinalIgnoreCase)) address = address[5..];
        var around = MarkerIndex.Fold(report.Join(line - 3, line + 3));
        return FailureWords.SaysFailure(around) || Fragment.Says(around, "rcpt to") ? (address, "") : null;
    }

    private static bool IsAboutSender(ReadOnlySpan<char> words) =>
        Fragment.StartsWith(words, "from:", "from ", "sender:", "reply-to:", "message-id", "de :", "von:", "return-path", "subject:", ">>> mail from", "mail from", "in-reply-to", "references:", "x-", "cc:", "de:", "reporting-mta");

    private bool IsOurs(string address) => string.Equals(address, _sender, StringComparison.OrdinalIgnoreCase)
        || Fragment.StartsWith(address, "mailer-daemon@", "postmaster@", "mailerdaemon@");

    // What stands on the line, else under it, else in the next paragraph that holds a reply or gives a reason.
    private string Words(Place place, int next)
    {
        var end = Math.Min(next, report.ParagraphEnd(place.Line));
        var words = (place.After + "\n" + report.Join(place.Line + 1, end)).Trim();
        if (words.Length > 0) return words;
        for (var line = report.SkipBlank(end); line < next; line = report.SkipBlank(report.ParagraphEnd(line)))
        {
            var stop = Math.Min(next, report.ParagraphEnd(line));
            if (SpeaksOfRefusal(line, stop)) return report.Join(line, stop);
        }

        return Before(place.Line);
    }

    private string Before(int line)
    {
        for (var before = line - 1; before >= 0; before--)
            if (SharedReader.StartsWithReply(report.Trimmed(before))) return report.Trimmed(before).ToString();
        return "";
    }

    private bool SpeaksOfRefusal(int from, int to)
    {
        for (var line = from; line < to; line++)
        {
            var words = report.Trimmed(line);
            if (SharedReader.StartsWithReply(words.TrimStart("<> \t")) || FailureWords.StartsWithReasonLabel(words)) return true;
            if (words.IndexOfAny("45") is >= 0 and var digit && SharedReader.StartsWithReply(words[digit..])) return true;
        }

        return false;
    }

    private string? Talking()
    {
        var line = report.Find("while talking to ");
        return line < 0 ? null : Fragment.HostAfter(report[line], "while talking to ");
    }
}
