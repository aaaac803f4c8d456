namespace BounceParser.Cli.Input;

/// <summary>All bytes of a stream that is not too long.</summary>
internal static class LimitedBytes
{
    /// <summary>Null when there are more than <paramref name="most"/> bytes.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int most, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var count and > 0)
        {
            if (bytes.Length + count > most) return null;
            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }
}
