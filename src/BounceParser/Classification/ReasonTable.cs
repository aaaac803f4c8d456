using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>The defaults of every reason, and its names elsewhere.</summary>
internal static class ReasonTable
{
    private const int Columns = 10;

    // The columns of the other systems stand in the order of Vocabulary, from this one on.
    private const int FirstVocabulary = 3;

    // Behind the name of the reason that it stands for before all that share it.
    private const char Mark = '*';

    private static readonly Lazy<Row[]> Rows = new(() => CatalogueFile.Imaged("reasons.image", OfImage, Written));

    public static ReasonDefaults Of(BounceReason reason) => RowOf(reason).Defaults;

    /// <summary>True for a reason that may end an address: a refusal does under the conditions of <see cref="Judgement"/>, a complaint by its type alone.</summary>
    public static bool MayEndAddress(BounceReason reason) => RowOf(reason).Defaults.Recommendation == Recommendation.SuppressRecipient;

    /// <summary>The reason's name in another system; null where it has none.</summary>
    public static string? NameOf(BounceReason reason, Vocabulary vocabulary) =>
        RowOf(reason).Names is var names && (int)vocabulary is > 0 and var column && column <= names.Length && names[column - 1].Length > 0 ? names[column - 1] : null;

    /// <summary>True when the name that it has in another system stands for it before the reasons that share that name.</summary>
    public static bool IsPrincipal(BounceReason reason, Vocabulary vocabulary) => RowOf(reason).Marked is var marked && (int)vocabulary is > 0 and var column && column <= marked.Length && marked[column - 1] is [.., Mark];

    private static Row RowOf(BounceReason reason) => (uint)reason < (uint)Rows.Value.Length ? Rows.Value[(int)reason] : Row.Unknown;

    /// <summary>The table as the library's build writes it.</summary>
    public static byte[] ToImage()
    {
        var image = new ImageWriter();
        image.All(Written(), row =>
        {
            DefaultsImage.Write(image, row.Defaults);
            image.All(row.Marked, image.Text);
        });
        return image.ToArray();
    }

    private static Row[] OfImage(ReadOnlyMemory<byte> bytes)
    {
        var image = new ImageReader(bytes);
        return image.All(static (ref from) => new Row(DefaultsImage.Read(ref from), from.All(static (ref name) => name.Text())));
    }

    private static Row[] Written()
    {
        var rows = new Row[Enum.GetValues<BounceReason>().Max(reason => (int)reason) + 1];
        Array.Fill(rows, Row.Unknown);
        var file = CatalogueFile.Open("Reasons.tsv");
        foreach (var (number, cells) in file.Rows())
        {
            if (cells.Length != Columns) throw new CatalogueException(file.Name, number, $"expected {Columns} columns");
            var defaults = new ReasonDefaults
            {
                Family = file.Member<ReasonFamily>(number, cells[2]),
                Permanence = cells[7] == "none" ? null : file.Member<Permanence>(number, cells[7]),
                Responsible = file.Member<Responsible>(number, cells[8]),
                Recommendation = file.Member<Recommendation>(number, cells[9]),
            };
            rows[(int)file.Member<BounceReason>(number, cells[0])] = new Row(defaults, cells[FirstVocabulary..7]);
        }

        return rows;
    }

    /// <param name="Defaults">What the reason means by default.</param>
    /// <param name="Marked">The names, with their marks.</param>
    private sealed record Row(ReasonDefaults Defaults, string[] Marked)
    {
        /// <summary>Without the marks.</summary>
        public string[] Names { get; } = Array.ConvertAll(Marked, name => name.TrimEnd(Mark));

        public static Row Unknown { get; } = new(new ReasonDefaults { Permanence = Permanence.Unknown }, []);
    }
}
