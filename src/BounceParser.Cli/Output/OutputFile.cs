using System.Text;

namespace BounceParser.Cli.Output;

/// <summary>A file that is there whole or not at all: written beside its place, then renamed.</summary>
internal static class OutputFile
{
    public const string StandardOutput = "-";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="IOException">The disk is full, or the place cannot be written to; then nothing is left behind.</exception>
    public static void Write(string path, string content)
    {
        // A link stays a link.
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var full = Path.GetFullPath(link?.FullName ?? path);
        if (IsDevice(full)) WriteInto(full, content);
        else Replace(full, content);
    }

    private static void Replace(string full, string content)
    {
        var beside = $"{full}.{Environment.ProcessId}.part";
        try
        {
            WriteInto(beside, content);
            File.Move(beside, full, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void WriteInto(string full, string content)
    {
        using var file = new FileStream(full, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(Utf8.GetBytes(content));
    }

    // /dev/stdout, /dev/full: a rename would put a file in the place of the device.
    private static bool IsDevice(string full) => !OperatingSystem.IsWindows()
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));
}
