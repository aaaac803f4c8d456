namespace BounceParser.Cli.Input;

/// <summary>Files that hold no mail which could be read, though words in them may look like it: known by their first bytes.</summary>
internal static class ForeignFormats
{
    private const string Unpack = "is not read: unpack it first";
    private const string SaveAsMail = "is not read: save the message itself as .eml, or paste its text";

    private static readonly (int At, byte[] Mark, string Refusal)[] Known =
    [
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Outlook's own format (.msg) is not read: save the message as .eml, or forward it as an attachment"),
        (0, "!BDN"u8.ToArray(), "Outlook's data file (.pst) is not read: export its messages as .eml or .mbox"),
        (0, [0xCF, 0xAD, 0x12, 0xFE], "Outlook Express's mailbox (.dbx) is not read: export its messages as .eml or .mbox"),
        (0, "PK\u0003\u0004"u8.ToArray(), $"a zip archive or Office document {Unpack}"),
        (0, "PK\u0005\u0006"u8.ToArray(), $"a zip archive {Unpack}"),
        (0, "Rar!\u001A\u0007"u8.ToArray(), $"a RAR archive {Unpack}"),
        (0, [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], $"a 7z archive {Unpack}"),
        (257, "ustar"u8.ToArray(), $"a tar archive {Unpack}"),
        (4, "1AY&SY"u8.ToArray(), $"a file of bzip2 {Unpack}"),
        (0, [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], $"a file of xz {Unpack}"),
        (0, [0x28, 0xB5, 0x2F, 0xFD], $"a file of zstd {Unpack}"),
        (0, "%PDF-"u8.ToArray(), $"a PDF {SaveAsMail}"),
        (0, [0x89, (byte)'P', (byte)'N', (byte)'G'], $"a picture {SaveAsMail}"),
        (0, [0xFF, 0xD8, 0xFF], $"a picture {SaveAsMail}"),
        (0, "GIF89a"u8.ToArray(), $"a picture {SaveAsMail}"),
        (0, "SQLite format 3\0"u8.ToArray(), "a database is not read: export its messages as .eml or .mbox"),
        (0, [0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program is not read"),
    ];

    /// <summary>What begins so, that it is not read, and what to do; null for what may be text.</summary>
    public static string? RefusalOf(ReadOnlySpan<byte> start)
    {
        foreach (var (at, mark, refusal) in Known)
            if (start.Length >= at + mark.Length && start[at..].StartsWith(mark)) return refusal;
        return null;
    }
}
