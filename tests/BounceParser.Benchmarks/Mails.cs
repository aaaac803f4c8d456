using MimeKit;

namespace BounceParser.Benchmarks;

/// <summary>The mails that are measured with.</summary>
internal static class Mails
{
    /// <summary>Every <c>.eml</c> under the folder that MimeKit can load; none when there is no such folder.</summary>
    public static IReadOnlyList<byte[]> Load(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(CanBeParsed)];

    /// <summary>The yardstick: MimeKit parses the whole message.</summary>
    public static void Parse(byte[] mail)
    {
        using var stream = new MemoryStream(mail, writable: false);
        using var message = MimeMessage.Load(stream, persistent: true);
    }

    private static bool CanBeParsed(byte[] mail)
    {
        try
        {
            Parse(mail);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
