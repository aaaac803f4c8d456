namespace BounceParser.Dialects;

/// <summary>What commands wrote while Exim delivered to them: the blocks below "The following text was generated during the delivery attempt".</summary>
/// <remarks>Exim, src/deliver.c: each block stands under <c>------ address or command ------</c>, which may run over two lines.</remarks>
internal sealed class EximOutput
{
    private const string Announcement = "text was generated during the delivery attempt";
    private const int LongestHead = 3;

    private readonly List<(string Of, string Words)> _blocks = [];

    public EximOutput(TextLines report)
    {
        var announced = report.Find(Announcement);
        Start = announced < 0 ? report.Count : announced;
        for (var line = Start + 1; line < report.Count;)
        {
            if (HeadEnd(report, line) is not { } head)
            {
                line++;
                continue;
            }

            var after = head + 1;
            while (after < report.Count && HeadEnd(report, after) is null) after++;
            _blocks.Add((report.Join(line, head + 1).Trim('-', ' '), report.Join(head + 1, after)));
            line = after;
        }
    }

    /// <summary>The first line that is no more of the list of recipients; the number of lines where nothing was written.</summary>
    public int Start { get; }

    /// <summary>What was written for the address or command of the list; empty when nothing was.</summary>
    public string Of(ReadOnlySpan<char> listed)
    {
        var name = listed.TrimEnd(':');
        foreach (var (of, words) in _blocks)
            if (of.AsSpan().StartsWith(name, StringComparison.Ordinal)) return words;
        return "";
    }

    private static int? HeadEnd(TextLines report, int line)
    {
        if (!report.Trimmed(line).StartsWith("------ ", StringComparison.Ordinal)) return null;
        for (var last = line; last < line + LongestHead && !report.IsBlank(last); last++)
            if (report.Trimmed(last).EndsWith(" ------", StringComparison.Ordinal)) return last;
        return null;
    }
}
