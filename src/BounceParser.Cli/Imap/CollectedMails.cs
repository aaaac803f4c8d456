using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BounceParser.Cli.Imap;

/// <summary>The output of <c>imap</c>: one line for each message, which also says which messages it has.</summary>
/// <remarks>One file, so that no crash can leave two in disagreement. A line counts when it is whole; it is on the disk before <see cref="Add"/> returns.</remarks>
internal sealed class CollectedMails : IDisposable
{
    private static readonly byte[] LineStart = Encoding.UTF8.GetBytes("{\"source\":\"imap://");

    private readonly FileStream _file;
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);

    // Messages that were collected under another UIDVALIDITY or from elsewhere, by their bytes.
    private readonly Dictionary<string, int> _elsewhere = new(StringComparer.Ordinal);

    /// <param name="path">Continued where it exists; held, so that no second run writes to it at the same time.</param>
    /// <param name="folder">What the source of each message begins with that is in the folder as it is numbered now.</param>
    /// <exception cref="OutputException">It holds something else than such lines, or cannot be written to.</exception>
    public CollectedMails(string path, string folder)
    {
        _file = OutputException.Guard(path, () => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        try
        {
            OutputException.Guard(path, () => ReadOn(folder));
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public bool Has(string source) => _sources.Contains(source);

    /// <summary>Whether these bytes were collected under a number that is void now; each such line answers for one message.</summary>
    public bool Takes(string digest)
    {
        if (_elsewhere.GetValueOrDefault(digest) is not (> 0 and var left)) return false;
        _elsewhere[digest] = left - 1;
        return true;
    }

    public static string Digest(ReadOnlySpan<byte> message) => Convert.ToHexStringLower(SHA256.HashData(message));

    public void Add(string line)
    {
        OutputException.Guard(_file.Name, () =>
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _file.Flush(flushToDisk: true);
        });
    }

    public void Dispose() => _file.Dispose();

    private void ReadOn(string folder)
    {
        long whole = 0;
        foreach (var line in Lines())
        {
            if (line[^1] != '\n') { DropTorn(line, whole); break; }
            Remember(line.AsMemory(0, line.Length - 1), folder);
            whole += line.Length;
        }

        _file.Seek(0, SeekOrigin.End);
    }

    // A line without its end was cut off while it was written; its message will be read again.
    private void DropTorn(byte[] line, long whole)
    {
        var known = Math.Min(line.Length, LineStart.Length);
        if (!line.AsSpan(0, known).SequenceEqual(LineStart.AsSpan(0, known))) throw NotOurs();
        _file.SetLength(whole);
    }

    private void Remember(ReadOnlyMemory<byte> line, string folder)
    {
        if (!line.Span.StartsWith(LineStart)) throw NotOurs();
        try
        {
            using var json = JsonDocument.Parse(line);
            var source = json.RootElement.GetProperty("source").GetString()!;
            if (source.StartsWith(folder, StringComparison.Ordinal)) _sources.Add(source);
            else if (json.RootElement.TryGetProperty("sha256", out var digest)) _elsewhere[digest.GetString()!] = _elsewhere.GetValueOrDefault(digest.GetString()!) + 1;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw NotOurs();
        }
    }

    private IEnumerable<byte[]> Lines()
    {
        using var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        // As long as it says it is: a device such as /dev/full has no length and never ends.
        for (long left = _file.Length, read; left > 0 && (read = _file.Read(buffer)) > 0; left -= read)
        {
            var from = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', from, (int)read - from)) >= 0; from = end + 1)
            {
                line.Write(buffer, from, end + 1 - from);
                yield return line.ToArray();
                line.SetLength(0);
            }

            line.Write(buffer, from, (int)read - from);
        }

        if (line.Length > 0) yield return line.ToArray();
    }

    private static OutputException NotOurs() => new("it holds something else than what imap writes; name another file with -o");
}
