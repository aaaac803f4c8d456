using BounceParser.Classification;
using CsCheck;

namespace BounceParser.Tests.Support;

/// <summary>Draws refusals out of the words of the rules, so that many rules nearly fit.</summary>
internal static class RuleTexts
{
    private static readonly string[] Fillers =
        ["the", "for", "<someone@example.net>", "mx.example.net", "192.0.2.7", "https://example.net/full", "550", "5.1.1", "邮箱", "Übergröße", "ящик", "x", "mailbox", "user", "not"];

    private static readonly string[] Separators = [" ", " ", " ", ". ", ", ", "-", "", "\n", ": ", "("];

    public static Gen<Refusal> Refusals(RuleCatalogue catalogue)
    {
        var patterns = catalogue.Rules.SelectMany(rule => rule.Conditions).OfType<TextCondition>().SelectMany(condition => condition.Patterns).ToList();
        string[] names = [.. catalogue.Rules.SelectMany(rule => rule.Conditions).OfType<NameCondition>().SelectMany(condition => condition.Names), .. catalogue.Providers.Markers.Select(marker => marker.Marker)];
        StatusCondition[] statuses = [.. catalogue.Rules.SelectMany(rule => rule.Conditions).OfType<StatusCondition>()];
        var part = Gen.Frequency(
            (6, from pattern in Gen.Int[0, patterns.Count - 1] from seed in Gen.Int[0, 1_000] select Written(patterns[pattern], new Random(seed))),
            (1, from name in Gen.Int[0, names.Length - 1] select names[name].Trim()),
            (3, from filler in Gen.Int[0, Fillers.Length - 1] select Fillers[filler]));
        return
            from parts in part.Array[1, 6]
            from separators in Gen.Int[0, Separators.Length - 1].Array[6]
            from isLoud in Gen.Bool
            from status in Gen.Int[0, statuses.Length * 2]
            from reply in Choice.Of(0, 421, 450, 452, 550, 552, 553, 554)
            from host in Choice.Of<string?>(null, "mx.google.com", "mail.protection.outlook.com", "mx.example.net")
            select new Refusal
            {
                Text = Text(parts, separators, isLoud),
                Status = status < statuses.Length ? CodeOf(statuses[status].Ranges[0]) : null,
                Reply = reply == 0 ? null : new SmtpReply { Code = reply },
                RemoteHost = host,
            };
    }

    private static string Text(string[] parts, int[] separators, bool isLoud)
    {
        var text = string.Concat(parts.Select((part, place) => part + Separators[separators[place]])).Replace("  ", " ", StringComparison.Ordinal);
        return isLoud ? text.ToUpperInvariant() : text;
    }

    // One of the texts that the pattern is for, its gaps now and then too long.
    private static string Written(TextPattern pattern, Random random) =>
        string.Join(' ', pattern.Segments.SelectMany(segment => new[] { Gap(random), string.Concat(segment.Pieces.Select(piece => Written(piece, random))) }).Skip(1).Where(words => words.Length > 0));

    private static string Written(TextPiece piece, Random random) => piece.Kind switch
    {
        PieceKind.Literal => piece.LiteralText,
        PieceKind.Digit => random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture),
        PieceKind.WordEnd => random.Next(2) == 0 ? "" : "ing",
        PieceKind.IpAddress => random.Next(2) == 0 ? "192.0.2.9" : "2001:db8::9",
        _ => string.Concat(piece.Members[random.Next(piece.Members.Length)].Select(member => Written(member, random))),
    };

    private static string Gap(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(4) * random.Next(8)).Select(_ => Fillers[random.Next(Fillers.Length)]));

    private static EnhancedStatusCode CodeOf(StatusRange range) => new(range.Class == 0 ? 5 : range.Class, range.Subject, range.Low);
}
