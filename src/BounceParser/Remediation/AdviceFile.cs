using BounceParser.Catalogue;

namespace BounceParser.Remediation;

/// <summary>Reads one Markdown file of advice.</summary>
/// <remarks>
/// <c>## Reason</c> or <c>## Reason/situation</c>, the title on the next line, a paragraph of meaning, then
/// <c>### move</c>, <c>### sender</c>, <c>### listOwner</c>, <c>### senderAdministrator</c>,
/// <c>### recipientAdministrator</c> with numbered steps, and <c>### references</c> with a list.
/// </remarks>
internal static class AdviceFile
{
    private const int MaxSectionLength = 64 * 1024;

    /// <exception cref="CatalogueException">A heading names no reason, or no part, or a section is too long.</exception>
    public static IEnumerable<AdviceSection> Read(CatalogueFile source)
    {
        AdviceSection? section = null;
        string? part = null;
        var (file, number, length) = (source.Name, 0, 0);
        foreach (var raw in source.Text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd().TrimStart('\uFEFF');
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (section is not null) yield return section;
                section = Open(file, number, line[3..].Trim());
                (part, length) = (null, 0);
            }
            else if ((length += line.Length + 1) > MaxSectionLength)
            {
                throw new CatalogueException(file, number, $"a section of more than {MaxSectionLength} characters");
            }
            else if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                part = line[4..].Trim();
                if (section is null) throw new CatalogueException(file, number, $"part '{part}' stands in no section");
                if (part == "references") section.References = [];
            }
            else if (line.Length > 0 && section is not null)
            {
                Add(section, part, line, file, number);
            }
        }

        if (section is not null) yield return section;
    }

    private static AdviceSection Open(string file, int line, string heading)
    {
        if (!Cause.TryParse(heading, out var cause)) throw new CatalogueException(file, line, $"unknown reason '{heading}'");
        return new AdviceSection { Reason = cause.Reason, Situation = cause.Situation, File = file, Line = line };
    }

    private static void Add(AdviceSection section, string? part, string line, string file, int number)
    {
        switch (part)
        {
            case null when section.Title.Length == 0: section.Title = line; break;
            case null: section.Meaning = Join(section.Meaning, line); break;
            case "move": section.Move = Join(section.Move ?? "", line); break;
            case "references": section.References!.Add(line.TrimStart('-', ' ')); break;
            default:
                if (!MemberName.TryRead<Audience>(part, ignoreCase: true, out var audience)) throw new CatalogueException(file, number, $"unknown part '{part}'");
                AddStep(section, audience, line);
                break;
        }
    }

    private static void AddStep(AdviceSection section, Audience audience, string line)
    {
        if (!section.Steps.TryGetValue(audience, out var steps)) section.Steps[audience] = steps = [];
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        if (digits > 0 && line.AsSpan(digits).StartsWith(". ")) steps.Add(line[(digits + 2)..].Trim());
        else if (steps.Count > 0) steps[^1] = Join(steps[^1], line.Trim());
        else steps.Add(line.Trim());
    }

    private static string Join(string first, string second) => first.Length == 0 ? second : first + " " + second;
}
