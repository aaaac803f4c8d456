using System.Text;

namespace BounceParser.Cli.Input;

/// <summary>The lines of a log that grows: what is there, then what comes, until cancelled. Rotation is survived.</summary>
/// <remarks>A renamed log is read to its end before the new one is opened; a truncated one is read from its start.</remarks>
internal sealed class FollowedLog(string path, Action waiting, CancellationToken cancellation)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public IEnumerable<string> Lines()
    {
        var current = Open();
        FileStream? next = null;
        var lines = new GrowingLines();
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var any = false;
                foreach (var line in lines.Read(current))
                {
                    any = true;
                    yield return line;
                }

                if (any || lines.HasMore) continue;
                if (next is not null || current.Length < current.Position)
                {
                    if (lines.End() is { } last) yield return last;
                    if (next is null) current.Position = 0;
                    else
                    {
                        current.Dispose();
                        (current, next) = (next, null);
                    }
                }
                else if ((next = OpenOther(current)) is null) Wait();
            }
        }
        finally
        {
            current.Dispose();
            next?.Dispose();
        }
    }

    private FileStream Open() => new MailSource(path).OpenFile();

    private void Wait()
    {
        waiting();
        cancellation.WaitHandle.WaitOne(Pause);
    }

    /// <summary>The file that now bears the name, when it is another one than that which is read.</summary>
    private FileStream? OpenOther(FileStream current)
    {
        if (!File.Exists(path)) return null;
        var now = Open();
        // Linux tells under which name an open file is found; elsewhere a shorter file under the name is another one.
        var isOther = OperatingSystem.IsLinux() ? NameOf(now) != NameOf(current) : now.Length < current.Position;
        if (isOther) return now;
        now.Dispose();
        return null;
    }

    private static string? NameOf(FileStream stream) => new FileInfo($"/proc/self/fd/{stream.SafeFileHandle.DangerousGetHandle()}").LinkTarget;

    /// <summary>Cuts what was read so far into lines; a line that is still being written waits for its end.</summary>
    private sealed class GrowingLines
    {
        private const int LongestLine = 1024 * 1024;

        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
        private readonly StringBuilder _line = new();
        private readonly byte[] _bytes = new byte[16 * 1024];
        private readonly char[] _chars = new char[16 * 1024 + 4];

        /// <summary>True when the last read gave anything, were it half a line.</summary>
        public bool HasMore { get; private set; }

        public IEnumerable<string> Read(Stream stream)
        {
            var read = stream.Read(_bytes);
            HasMore = read > 0;
            var count = _decoder.GetChars(_bytes, 0, read, _chars, 0);
            for (var at = 0; at < count;)
            {
                var end = Array.IndexOf(_chars, '\n', at, count - at);
                Keep(at, (end < 0 ? count : end) - at);
                at = end < 0 ? count : end + 1;
                if (end >= 0) yield return Rest() ?? "";
            }
        }

        /// <summary>The half line at the end of what was read, for what comes now begins another; null when there is none.</summary>
        public string? End()
        {
            _decoder.Reset();
            return Rest();
        }

        private string? Rest()
        {
            if (_line.Length == 0) return null;
            var line = _line.ToString().TrimEnd('\r');
            _line.Clear();
            return line;
        }

        private void Keep(int at, int length) => _line.Append(_chars, at, Math.Min(length, LongestLine - _line.Length));
    }
}
