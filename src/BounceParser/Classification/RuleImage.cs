using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Rules as the image of the catalogue holds them, in their order.</summary>
internal static class RuleImage
{
    public static void Write(ImageWriter image, IReadOnlyCollection<Rule> rules) => image.Each(rules, static (to, rule) =>
    {
        to.Text(rule.File);
        to.Number(rule.Line);
        to.Number(rule.Ordinal);
        to.Number((int)rule.Reason);
        to.Text(rule.Situation);
        to.Number((int)rule.Evidence);
        to.All(rule.Conditions, condition => ConditionImage.Write(to, condition));
    });

    public static LazyList<Rule> Read(ref ImageReader image) => image.Each(static (ref from) => new Rule
    {
        File = from.Text(),
        Line = from.Number(),
        Ordinal = from.Number(),
        Reason = (BounceReason)from.Number(),
        Situation = from.TextOrNull(),
        Evidence = (RuleEvidence)from.Number(),
        Conditions = from.All(ConditionImage.Read),
    });
}
