namespace BounceParser.Cli.Output;

/// <summary>The end of an output whose reader went away.</summary>
internal static class BrokenPipe
{
    // EPIPE; ERROR_BROKEN_PIPE and ERROR_NO_DATA as HRESULTs on Windows.
    private static readonly int[] Codes = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    public static bool Is(IOException error) => Codes.Contains(error.HResult);

    /// <summary>The standard output, such that a write into a broken pipe is an error.</summary>
    /// <remarks>.NET's console stream drops what nobody reads: `parse big.mbox | head` would read on to the end.</remarks>
    public static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var pipe = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A seekable stream keeps a place of its own, beside the one that the next program of a script goes on from.
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
