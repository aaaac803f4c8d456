using BounceParser.Cli.Output;

namespace BounceParser.Cli.Input;

/// <summary>The files of folders that were not read, counted by why; filled from several threads.</summary>
internal sealed class LeftOutFiles
{
    public const string Empty = "empty, or no plain file";
    public const string NoMail = "no mail, by the first lines";

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (int Count, string First)> _byReason = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public void Add(string path, string why)
    {
        lock (_lock)
        {
            Count++;
            var (count, first) = _byReason.GetValueOrDefault(why, (0, path));
            _byReason[why] = (count + 1, string.CompareOrdinal(path, first) < 0 ? path : first);
        }
    }

    /// <summary>A line for each reason, with the first file that it holds for.</summary>
    public IEnumerable<string> Lines() => _byReason.Select(pair => pair.Value.Count == 1
        ? $"left out {pair.Value.First}: {pair.Key}"
        : $"left out {Counted.Of(pair.Value.Count, "file")}, {pair.Value.First} and others: {pair.Key}");
}
