using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>All marks of one kind. Marks of a single condition are looked for together, header by header.</summary>
internal sealed class KindMarks
{
    private static readonly Lazy<Dictionary<string, KindMarks>> All = new(() => CatalogueFile.Imaged("kinds.image", OfImage, Written));

    private readonly (string Field, PhraseSet? AtStart, PhraseSet? Anywhere, bool Presence)[] _fields;
    private readonly KindMark[] _joined;

    private KindMarks(IEnumerable<KindMark> marks)
    {
        var simple = marks.Where(mark => mark.Conditions is [{ Negated: false }]).Select(mark => mark.Conditions[0]);
        _fields = [.. simple.GroupBy(condition => condition.Field).Select(field => (
            field.Key, Set(field.Where(condition => condition.AtStart)), Set(field.Where(condition => !condition.AtStart)), field.Any(condition => condition.Words.Length == 0)))];
        _joined = [.. marks.Where(mark => mark.Conditions is not [{ Negated: false }])];
    }

    private KindMarks(ref ImageReader image)
    {
        _fields = image.All(static (ref from) => (from.Text(), SetOrNone(ref from), SetOrNone(ref from), from.Number() != 0));
        _joined = image.All(KindMark.Read);
    }

    /// <summary>True when the mail bears a mark of that kind.</summary>
    public static bool Bears(string kind, KindView mail) => All.Value[kind].Bears(mail);

    public bool Bears(KindView mail)
    {
        foreach (var (field, atStart, anywhere, presence) in _fields)
            if (mail.Folded(field) is { } value && (presence || atStart?.Begins(value) == true || anywhere?.IsIn(value) == true)) return true;
        foreach (var mark in _joined)
            if (mark.Holds(mail)) return true;
        return false;
    }

    private static PhraseSet? Set(IEnumerable<KindCondition> conditions)
    {
        string[] words = [.. conditions.Select(condition => condition.Words).Where(words => words.Length > 0)];
        return words.Length == 0 ? null : new PhraseSet(words);
    }

    /// <summary>All marks as the files say, by the name of their kind.</summary>
    public static Dictionary<string, KindMarks> Written() => CatalogueFile.Embedded("Kinds", ".rules")
        .SelectMany(file => file.Lines().Select(line => KindMark.Read(file.Name, line.Number, line.Line)))
        .GroupBy(mark => mark.Kind).ToDictionary(kind => kind.Key, kind => new KindMarks(kind), StringComparer.Ordinal);

    /// <summary>The same as the library's build writes it.</summary>
    public static byte[] ToImage()
    {
        var image = new ImageWriter();
        image.All(Written(), kind =>
        {
            image.Text(kind.Key);
            kind.Value.Write(image);
        });
        return image.ToArray();
    }

    public static Dictionary<string, KindMarks> OfImage(ReadOnlyMemory<byte> bytes)
    {
        var image = new ImageReader(bytes);
        return image.All(static (ref from) => KeyValuePair.Create(from.Text(), new KindMarks(ref from))).ToDictionary(StringComparer.Ordinal);
    }

    private void Write(ImageWriter image)
    {
        image.All(_fields, field =>
        {
            image.Text(field.Field);
            foreach (var set in (PhraseSet?[])[field.AtStart, field.Anywhere])
            {
                image.Number(set is null ? 0 : 1);
                set?.Write(image);
            }

            image.Number(field.Presence ? 1 : 0);
        });
        image.All(_joined, mark => mark.Write(image));
    }

    private static PhraseSet? SetOrNone(ref ImageReader image) => image.Number() == 0 ? null : PhraseSet.Read(ref image);
}
