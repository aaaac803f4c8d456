namespace BounceParser.Cli.Input;

/// <summary>How far the reading is: by files, or by the bytes of a single one.</summary>
internal sealed class ReadingProgress(MailReader reader)
{
    private string? _lastSource;
    private int _sources;
    private int _sourcesDone;
    private long _singleLength;

    public int Messages { get; private set; }

    /// <summary>From 0 to 1; null when the end is not known.</summary>
    public double? Share => _sources > 1 ? (double)_sourcesDone / _sources
        : _singleLength > 0 ? Math.Min(1, (double)reader.BytesRead / _singleLength)
        : null;

    public void Expect(IReadOnlyList<MailSource> sources)
    {
        if (sources.Count == 1 && File.Exists(sources[0].Path)) _singleLength = new FileInfo(sources[0].Path).Length;
        _sources = sources.Count;
    }

    public void Done(MailResult result)
    {
        Messages++;
        if (result.Source == _lastSource) return;
        _lastSource = result.Source;
        _sourcesDone++;
    }
}
