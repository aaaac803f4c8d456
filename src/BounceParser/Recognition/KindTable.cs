using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>All marks of all kinds, and for each header the words that any of them looks for there.</summary>
/// <remarks>A sign is a bit. That of a kind has its number; the conditions of marks that have several bear the numbers behind.</remarks>
internal sealed class KindTable
{
    private const int MostSigns = 128;
    private const int MostHeaders = 64;

    private static readonly Lazy<KindTable> Shared = new(() => CatalogueFile.Imaged("kinds.image", OfImage, Written));

    private readonly KindField[] _headers;
    private readonly KindMarks[] _kinds;

    private KindTable(KindField[] headers, KindField text, KindMarks[] kinds) => (_headers, Text, TextSigns, _kinds) = (headers, text, text.Signs, kinds);

    public static KindTable BuiltIn => Shared.Value;

    public KindField Text { get; }

    /// <summary>All that a text can show.</summary>
    public UInt128 TextSigns { get; }

    public KindMarks this[MailKind kind] => _kinds[(int)kind];

    public KindField Header(int number) => _headers[number];

    /// <summary>All marks as the files say.</summary>
    public static KindTable Written()
    {
        var marks = CatalogueFile.Embedded("Kinds", ".rules").SelectMany(file => file.Lines().Select(line => KindMark.Read(file, line.Number, line.Line))).ToLookup(mark => mark.Kind);
        var signs = new SignBook(Enum.GetValues<MailKind>().Length);
        KindMarks[] kinds = [.. Enum.GetValues<MailKind>().Select(kind => Marks(kind, [.. marks[kind]]))];
        return new KindTable([.. signs.Headers.Select(signs.Field)], signs.Field(KindCondition.Text), kinds);

        KindMarks Marks(MailKind kind, KindMark[] written)
        {
            var sign = UInt128.One << (int)kind;
            foreach (var mark in written.Where(mark => mark.IsSimple)) signs.Give(mark.Conditions[0], sign);
            JoinedMark[] joined = [.. written.Where(mark => !mark.IsSimple).Select(mark => new JoinedMark(signs.Of(mark, negated: false), signs.Of(mark, negated: true)))];
            return new KindMarks(sign, [.. signs.Numbers(written)], joined);
        }
    }

    /// <summary>The same as the library's build writes it.</summary>
    public byte[] ToImage()
    {
        var image = new ImageWriter();
        image.All(_headers, field => field.Write(image));
        Text.Write(image);
        image.All(_kinds, kind => kind.Write(image));
        return image.ToArray();
    }

    public static KindTable OfImage(ReadOnlyMemory<byte> bytes)
    {
        var image = new ImageReader(bytes);
        return new KindTable(image.All(KindField.Read), KindField.Read(ref image), image.All(KindMarks.Read));
    }

    /// <summary>Notes which words of which header give which signs.</summary>
    private sealed class SignBook(int next)
    {
        private readonly Dictionary<string, Dictionary<string, UInt128>> _fields = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Field, string Phrases), UInt128> _shared = [];
        private int _next = next;

        public List<string> Headers { get; } = [];

        public KindField Field(string name) => new(name, _fields.GetValueOrDefault(name, []));

        public IEnumerable<byte> Numbers(KindMark[] marks) =>
            marks.SelectMany(mark => mark.Conditions).Select(condition => Headers.IndexOf(condition.Field)).Where(number => number >= 0).Distinct().Select(number => (byte)number);

        /// <summary>The signs of a mark's conditions: one for each, which marks share that have the same condition.</summary>
        public UInt128 Of(KindMark mark, bool negated)
        {
            UInt128 signs = 0;
            foreach (var condition in mark.Conditions.Where(condition => condition.Negated == negated)) signs |= Of(condition);
            return signs;
        }

        private UInt128 Of(KindCondition condition)
        {
            var key = (condition.Field, string.Join('\0', condition.Phrases));
            if (_shared.TryGetValue(key, out var known)) return known;
            if (_next == MostSigns) throw new CatalogueException("Kinds", 0, "too many conditions that stand with others");
            var sign = UInt128.One << _next++;
            _shared.Add(key, sign);
            Give(condition, sign);
            return sign;
        }

        public void Give(KindCondition condition, UInt128 sign)
        {
            if (!_fields.TryGetValue(condition.Field, out var field))
            {
                _fields.Add(condition.Field, field = []);
                if (condition.Field != KindCondition.Text) Headers.Add(condition.Field);
                if (Headers.Count > MostHeaders) throw new CatalogueException("Kinds", 0, "too many headers");
            }

            foreach (var phrase in condition.Phrases.DefaultIfEmpty("")) field[phrase] = field.GetValueOrDefault(phrase) | sign;
        }
    }
}
