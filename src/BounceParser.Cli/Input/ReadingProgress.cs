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
    public double? Share => _sources > 1 ? Math.Min(1, (double)(_sourcesDone + reader.LeftOut.Count) / _sources)
        : _singleLength > 0 ? Math.Min(1, (double)reader.BytesRead / _singleLength)
        : null;

    public void Expect(IReadOnlyList<string> paths)
    {
        if (paths.Count == 1 && File.Exists(paths[0])) _singleLength = new FileInfo(paths[0]).Length;
        _sources = MailSource.Find(paths, _ => { }).Count();
    }

    public void Done(MailResult result)
    {
        Messages++;
        if (result.Source == _lastSource) return;
        _lastSource = result.Source;
        _sourcesDone++;
    }
}
