using System.Reflection;
using System.Text;

namespace BounceParser.Catalogue;

/// <summary>A text file of the catalogue: embedded, or the user's own.</summary>
/// <param name="Name">The name that messages and diagnoses give, as in <c>20-phrases.rules</c>.</param>
/// <param name="Text">All of it.</param>
internal sealed record CatalogueFile(string Name, string Text)
{
    /// <summary>The largest own file that is read, in bytes; a longer one is refused.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const string ImageEnding = ".image";

    private static readonly Assembly Home = typeof(CatalogueFile).Assembly;

    /// <summary>Every embedded file, in name order.</summary>
    public static IEnumerable<string> Names => Home.GetManifestResourceNames().Where(name => !name.EndsWith(ImageEnding, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The embedded files under a folder with that ending, in name order; none when there are none.</summary>
    public static IEnumerable<CatalogueFile> Embedded(string folder, string ending) =>
        Names.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal)).Select(Open);

    /// <summary>The names of the folders directly under an embedded one, in name order.</summary>
    public static IEnumerable<string> FoldersOf(string folder) =>
        Names.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Select(name => name.Split('/')[1]).Distinct(StringComparer.Ordinal);

    /// <summary>The embedded file of that name, relative to the catalogue, as in <c>Providers.tsv</c>.</summary>
    /// <exception cref="CatalogueException">There is none: the library was not built as it should be.</exception>
    public static CatalogueFile Open(string name)
    {
        using var stream = Home.GetManifestResourceStream(name) ?? throw new CatalogueException(name, 0, "missing from the library");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new CatalogueFile(name[(name.LastIndexOf('/') + 1)..], reader.ReadToEnd());
    }

    /// <summary>What the image of that name holds that the build made of some files; what the files say when it made none, or none for this machine.</summary>
    /// <param name="name">The image's name, as in <c>rules.image</c>.</param>
    /// <param name="read">Reads the image.</param>
    /// <param name="written">Reads the files.</param>
    public static T Imaged<T>(string name, Func<ReadOnlyMemory<byte>, T> read, Func<T> written) => OpenImage(name) is { Length: > 0 } image ? read(image) : written();

    /// <summary>What the build made of some files; empty when it made nothing, or nothing for this machine. The bytes live as long as the process.</summary>
    /// <remarks>Its tables are in the order of bytes of the machine that it was built on, the little end first.</remarks>
    public static ReadOnlyMemory<byte> OpenImage(string name) => BitConverter.IsLittleEndian && Home.GetManifestResourceStream(name) is UnmanagedMemoryStream image ? new EmbeddedBytes(image).Memory : default;

    /// <summary>A file of the user's own.</summary>
    /// <exception cref="CatalogueException">It is missing, unreadable or too large.</exception>
    public static CatalogueFile OpenOwn(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            // A device has no length and no end.
            using var stream = File.OpenRead(path);
            var bytes = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MaxBytes) throw new CatalogueException(name, 0, $"larger than {MaxBytes} bytes");
            using var reader = new StreamReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
            return new CatalogueFile(name, reader.ReadToEnd());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CatalogueException(name, 0, $"cannot be read: {(Directory.Exists(path) ? "it is a folder" : problem is FileNotFoundException or DirectoryNotFoundException ? "no such file" : problem.Message)}");
        }
    }

    /// <summary>Its lines with the numbers of their first rows, from 1: see <see cref="CatalogueLines"/>.</summary>
    public IEnumerable<(int Number, string Line)> Lines() => CatalogueLines.Of(Text);

    /// <summary>The phrases of its lines <c>idea : phrase | phrase</c>, as written.</summary>
    /// <exception cref="CatalogueException">A line is none, or a phrase is empty.</exception>
    public IEnumerable<(string Idea, string Phrase)> Phrases()
    {
        foreach (var (number, line) in Lines())
        {
            var colon = line.IndexOf(" : ", StringComparison.Ordinal);
            if (colon <= 0) throw new CatalogueException(Name, number, "expected 'idea : phrase | phrase'");
            foreach (var phrase in line[(colon + 3)..].Split(" | "))
            {
                if (string.IsNullOrWhiteSpace(phrase)) throw new CatalogueException(Name, number, "an empty phrase");
                yield return (line[..colon].Trim(), phrase.Trim());
            }
        }
    }

    /// <summary>The member of that name in a cell of a row, in any case.</summary>
    /// <exception cref="CatalogueException">There is none.</exception>
    public T Member<T>(int number, string name)
        where T : struct, Enum =>
        MemberName.TryRead<T>(name, ignoreCase: true, out var value) ? value : throw new CatalogueException(Name, number, $"unknown value '{name}'");

    /// <summary>The rows of a table: its lines after the header, cut at tabs, empty cells kept.</summary>
    public IEnumerable<(int Number, string[] Cells)> Rows() => Lines().Skip(1).Select(row => (row.Number, row.Line.Split('\t')));
}
