using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Conditions as the image of the catalogue holds them. Of what the index looks up, its number is enough.</summary>
internal static class ConditionImage
{
    private enum Kind
    {
        Text,
        Name,
        Provider,
        Host,
        Reply,
        Status,
        Stage,
        Dialect,
        Action,
        Expired,
    }

    public static void Write(ImageWriter image, Condition condition)
    {
        var (kind, write) = Of(image, condition);
        image.Number((int)kind);
        image.Number(condition.Negated ? 1 : 0);
        write();
    }

    public static Condition Read(ref ImageReader image)
    {
        var kind = (Kind)image.Number();
        var negated = image.Number() != 0;
        return kind switch
        {
            Kind.Text => new TextCondition(image.All(PatternImage.Read)) { Negated = negated, Number = image.Number() },
            Kind.Name => new NameCondition(Texts(ref image)) { Negated = negated, Number = image.Number() },
            Kind.Provider => new ProviderCondition(Texts(ref image)) { Negated = negated },
            Kind.Host => new HostCondition(Texts(ref image)) { Negated = negated },
            Kind.Reply => new ReplyCondition(image.Array<(int, int)>()) { Negated = negated },
            Kind.Status => new StatusCondition(image.Array<StatusRange>()) { Negated = negated },
            Kind.Stage => new StageCondition(image.Array<SmtpStage>()) { Negated = negated },
            Kind.Dialect => new DialectCondition(Texts(ref image)) { Negated = negated },
            Kind.Action => new ActionCondition(image.Array<DsnAction>()) { Negated = negated },
            _ => new ExpiredCondition { Negated = negated },
        };
    }

    private static (Kind Kind, Action Write) Of(ImageWriter image, Condition condition) => condition switch
    {
        TextCondition text => (Kind.Text, () => WriteIndexed(image, text.Number < 0 ? text.Patterns : text.Short, PatternImage.Write, text)),
        NameCondition names => (Kind.Name, () => WriteIndexed(image, names.Names, (to, name) => to.Text(name), names)),
        ProviderCondition provider => (Kind.Provider, () => image.All(provider.Names, image.Text)),
        HostCondition host => (Kind.Host, () => image.All(host.Patterns, image.Text)),
        ReplyCondition reply => (Kind.Reply, () => image.Array<(int, int)>(reply.Codes)),
        StatusCondition status => (Kind.Status, () => image.Array<StatusRange>(status.Ranges)),
        StageCondition stage => (Kind.Stage, () => image.Array<SmtpStage>(stage.Stages)),
        DialectCondition dialect => (Kind.Dialect, () => image.All(dialect.Names, image.Text)),
        ActionCondition action => (Kind.Action, () => image.Array<DsnAction>(action.Actions)),
        ExpiredCondition => (Kind.Expired, () => { }),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "no kind of condition that an image holds"),
    };

    private static void WriteIndexed<T>(ImageWriter image, T[] items, Action<ImageWriter, T> write, IndexedCondition condition)
    {
        image.All(items, item => write(image, item));
        image.Number(condition.Number);
    }

    private static string[] Texts(ref ImageReader image) => image.All(static (ref from) => from.Text());
}
