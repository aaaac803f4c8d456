using System.Text;
using BounceParser.Evidence;

namespace BounceParser.Smtp;

/// <summary>Reads several lines of a log that somebody pastes, wrapped or not: whom they name, and of each what they say last. Linear in the text.</summary>
internal static class PastedLog
{
    // Each is read as a text of its own.
    private const int MostEntries = 1_000;

    // "Event log", and below it the entries.
    private const int MostHeads = 1;

    // Narrower windows wrap no lines.
    private const int WrapWidth = 60;

    /// <summary>What the lines of a mail server say; null for a text of one line, or one that is not of a log for the most part, or that tells of no delivery.</summary>
    /// <param name="text">The text, line ends as LF.</param>
    public static BounceEvidence? Read(string text)
    {
        if (!text.AsSpan().Trim().Contains('\n')) return null;
        var records = Records(text, out var others);
        return records.Count < others || records.Count == 0 ? null : Read(records, isQuoted: false);
    }

    /// <summary>What those lines of a text say that a known mail server writes of a delivery, whatever else stands around them; null for a text without any.</summary>
    /// <param name="text">The text, line ends as LF.</param>
    public static BounceEvidence? ReadQuoted(string text)
    {
        var records = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
            if (line.Trim(" \t`>") is { Length: > WrapWidth } words && records.Count < MostEntries) records.Add(words.ToString());
        return records.Count == 0 ? null : Read(records, isQuoted: true);
    }

    private static BounceEvidence? Read(List<string> records, bool isQuoted)
    {
        var pairing = new LogPairing();
        var named = new Dictionary<string, RecipientEvidence>(StringComparer.OrdinalIgnoreCase);
        RecipientEvidence? unnamed = null;
        string? dialect = null;
        foreach (var record in records)
        {
            if (pairing.Read(record, out _) is not { } said || (isQuoted && (said.Dialect is null || !said.NamesRecipient))) continue;
            dialect ??= said.Dialect;
            foreach (var recipient in said.Recipients)
                if (recipient.FinalRecipient is { } address) named[address] = named.TryGetValue(address, out var before) ? Later(before, recipient) : recipient;
                else unnamed = recipient;
        }

        // A session or a queue of which a line tells leads to the delivery that another one reports.
        return named.Count > 0 ? new BounceEvidence { Dialect = dialect, Recipients = [.. named.Values] }
            : unnamed is not null ? new BounceEvidence { Dialect = dialect, Recipients = [unnamed] } : null;
    }

    // Courier tells in a line of its own what became of the mail, behind the answer.
    private static RecipientEvidence Later(RecipientEvidence before, RecipientEvidence recipient) =>
        recipient is { DiagnosticText: "", Action: DsnAction.Failed or DsnAction.Delayed } ? recipient with { DiagnosticText = before.DiagnosticText, Comment = before.Comment, RemoteMta = recipient.RemoteMta ?? before.RemoteMta } : recipient;

    /// <summary>The entries of an application's log that tell of a refusal, each without its stamp; empty for a text that does not begin with an entry, or has one alone.</summary>
    /// <param name="text">The text, line ends as LF.</param>
    /// <param name="isCut">True when there are more than are read.</param>
    public static List<string> Refusals(string text, out bool isCut)
    {
        var entries = Entries(text);
        isCut = false;
        if (entries.Count < 2) return [];
        var refusals = new List<string>();
        foreach (var lines in entries)
        {
            var entry = text[lines].Trim();
            entry = LogHeader.BehindStamp(entry) ?? entry;
            if (IsRequest(entry)) continue;
            if (ReplyReader.Find(entry) is not { Code: >= 400 } && ReplyReader.FindStatus(entry) is not { Class: >= 4 }) continue;
            isCut = refusals.Count == MostEntries;
            if (isCut) break;
            refusals.Add(entry);
        }

        return refusals;
    }

    // "method=POST path=/api/test status=500": what a web server answered.
    private static bool IsRequest(string entry) => entry.Contains(" method=", StringComparison.Ordinal) && entry.Contains(" path=", StringComparison.Ordinal);

    // The lines that a log begins with a stamp, each with those that it was wrapped into.
    private static List<string> Records(string text, out int others)
    {
        var (records, record) = (new List<string>(), new StringBuilder());
        var lines = text.AsSpan().Trim().ToString().Split('\n', StringSplitOptions.TrimEntries);
        var width = Width(lines);
        others = 0;
        for (var line = 0; line < lines.Length; line++)
        {
            if (IsStamped(lines[line]))
            {
                Close();
                record.Append(lines[line]);
            }
            else if (record.Length > 0 && lines[line - 1].Length >= WrapWidth && lines[line].Length > 0) record.Append(lines[line - 1].Length == width ? "" : " ").Append(lines[line]);
            else if (lines[line] is [not '#', ..]) others++;
        }

        Close();
        return records;

        void Close()
        {
            if (record.Length > 0) records.Add(record.ToString());
            record.Clear();
        }
    }

    // A terminal cuts at its width, and words in two; a person and a mail program break lines between words. 0 where no one width shows.
    private static int Width(string[] lines)
    {
        var (width, count) = (0, 0);
        for (var line = 1; line < lines.Length; line++)
        {
            var before = lines[line - 1].Length;
            if (before < WrapWidth || lines[line].Length == 0 || IsStamped(lines[line])) continue;
            if (count > 0 && before != width) return 0;
            (width, count) = (before, count + 1);
        }

        return count > 1 ? width : 0;
    }

    // Up to the next stamp everything is of one entry.
    private static List<Range> Entries(string text)
    {
        var (entries, heads, first) = (new List<Range>(), 0, -1);
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var line = text.AsSpan(start, (feed < 0 ? text.Length : feed) - start).Trim();
            if (IsStamped(line))
            {
                if (first >= 0) entries.Add(first..start);
                first = start;
            }
            else if (first < 0 && line is [not '#', ..] && ++heads > MostHeads) return [];
            start = feed < 0 ? text.Length : feed + 1;
        }

        if (first >= 0) entries.Add(first..text.Length);
        return entries;
    }

    private static bool IsStamped(ReadOnlySpan<char> line) => LogHeader.IsStamped(line) || ExchangeLog.HasStamp(line) || PowerMtaLog.HasStamp(line);
}
