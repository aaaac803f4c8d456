using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Names the recipient of a log line of an unknown program by the label that stands before the address.</summary>
internal static class LabelledRecipient
{
    private static readonly string[] Labels = ["to", "rcpt", "rcpts", "rcpt_to", "recipient", "recipients", "addresses", "name", "email"];

    // Of a mail, not of a log or a report.
    private static readonly string[] Headers = ["received:", "message-id:", "from:", "subject:", "date:", "return-path:", "x-"];

    /// <summary>True when a line of the text is a header of a mail: who stands there wrote it, or has it.</summary>
    public static bool HasHeaders(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            foreach (var header in Headers)
                if (line.StartsWith(header, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The first address that a log line labels as a recipient's: <c>rcpt=&lt;a@b&gt;</c>, <c>&lt;c@d&gt; -> &lt;a@b&gt;</c>; null without one.</summary>
    /// <param name="line">The line.</param>
    /// <param name="sender">The sender's own address, which no label makes a recipient; null when not known.</param>
    public static string? Of(ReadOnlySpan<char> line, string? sender)
    {
        for (var from = 0; AddressLine.Find(line[from..], out var start, out var end); from += end)
        {
            var address = line[(from + start)..(from + end)];
            // An equals sign may stand in an address.
            var name = address[..address.IndexOf('@')].IndexOf('=');
            var isLabelled = name > 0 ? IsLabel(address[..name]) : name < 0 && IsLed(line[..(from + start)]);
            if (isLabelled && !address[(name + 1)..].Equals(sender, StringComparison.OrdinalIgnoreCase)) return address[(name + 1)..].ToString();
        }

        return null;
    }

    private static bool IsLed(ReadOnlySpan<char> before)
    {
        var isBracketed = before is [.., '<' or '"'];
        var label = before.TrimEnd(" <\"'[");
        if (label.EndsWith("->")) return true;
        var isField = label is [.., '='] || (isBracketed && label is [.., ':']);
        var name = label.TrimEnd(" :=\"");
        name = name[(name.LastIndexOfAny(" ,;([{\t\"") + 1)..];
        // "Write to a@b", "to: a@b": only a field says so of the mail.
        return IsLabel(name) && (isField || (!name.Equals("to", StringComparison.OrdinalIgnoreCase) && (isBracketed || label is [.., ':'])));
    }

    private static bool IsLabel(ReadOnlySpan<char> name)
    {
        foreach (var label in Labels)
            if (name.Equals(label, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
