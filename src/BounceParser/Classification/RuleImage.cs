using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Rules as the image of the catalogue holds them, in their order.</summary>
internal static class RuleImage
{
    public static void Write(ImageWriter image, IReadOnlyList<Rule> rules) => image.All(rules, rule =>
    {
        image.Text(rule.File);
        image.Number(rule.Line);
        image.Number((int)rule.Reason);
        image.Text(rule.Situation);
        image.Number((int)rule.Evidence);
        image.All(rule.Conditions, condition => ConditionImage.Write(image, condition));
    });

    public static Rule[] Read(ref ImageReader image)
    {
        var rules = new Rule[image.Number()];
        for (var ordinal = 0; ordinal < rules.Length; ordinal++)
            rules[ordinal] = new Rule
            {
                File = image.Text(),
                Line = image.Number(),
                Ordinal = ordinal,
                Reason = (BounceReason)image.Number(),
                Situation = image.TextOrNull(),
                Evidence = (RuleEvidence)image.Number(),
                Conditions = image.All(ConditionImage.Read),
            };
        return rules;
    }
}
