using System.Text;

namespace BounceParser.Cli.Output;

/// <summary>A file that is there whole or not at all: written beside its place, then renamed.</summary>
internal static class OutputFile
{
    /// <exception cref="IOException">The disk is full, or the place cannot be written to; then nothing is left behind.</exception>
    public static void Write(string path, string content)
    {
        var full = Path.GetFullPath(path);
        var beside = $"{full}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllText(beside, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(beside, full, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
