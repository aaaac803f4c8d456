using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>All marks of one kind. Marks of a single condition are looked for together, header by header.</summary>
internal sealed class KindMarks
{
    private static readonly Lazy<Dictionary<string, KindMarks>> All = new(Read);

    private readonly (string Field, PhraseSet? AtStart, PhraseSet? Anywhere, bool Presence)[] _fields;
    private readonly KindMark[] _joined;

    private KindMarks(IEnumerable<KindMark> marks)
    {
        var simple = marks.Where(mark => mark.Conditions is [{ Negated: false }]).Select(mark => mark.Conditions[0]);
        _fields = [.. simple.GroupBy(condition => condition.Field).Select(field => (
            field.Key, Set(field.Where(condition => condition.AtStart)), Set(field.Where(condition => !condition.AtStart)), field.Any(condition => condition.Words.Length == 0)))];
        _joined = [.. marks.Where(mark => mark.Conditions is not [{ Negated: false }])];
    }

    /// <summary>True when the mail bears a mark of that kind.</summary>
    public static bool Bears(string kind, KindView mail) => All.Value[kind].Bears(mail);

    private bool Bears(KindView mail)
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

    private static Dictionary<string, KindMarks> Read() => CatalogueFile.Embedded("Kinds", ".rules")
        .SelectMany(file => file.Lines().Select(line => KindMark.Read(file.Name, line.Number, line.Line)))
        .GroupBy(mark => mark.Kind).ToDictionary(kind => kind.Key, kind => new KindMarks(kind), StringComparer.Ordinal);
}
