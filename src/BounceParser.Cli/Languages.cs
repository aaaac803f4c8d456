namespace BounceParser.Cli;

/// <summary>Which language to speak.</summary>
internal static class Languages
{
    /// <summary>Whether it is one of these, or a region's own form of one, as in <c>fr-CA</c> and <c>fr_FR.UTF-8</c>.</summary>
    public static bool IsOneOf(string language, IReadOnlyList<string> cultures)
    {
        var name = Plain(language);
        return cultures.Any(culture => name.Equals(culture, StringComparison.OrdinalIgnoreCase) || name.StartsWith(culture + "-", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The option's value, else the first of LC_ALL, LC_MESSAGES and LANG that is set, else English.</summary>
    public static string Choose(string? option, Func<string, string?> environment)
    {
        if (!string.IsNullOrWhiteSpace(option)) return Plain(option);
        foreach (var name in new[] { "LC_ALL", "LC_MESSAGES", "LANG" })
            if (environment(name) is { Length: > 0 } value) return Plain(value);
        return "en";
    }

    // POSIX writes fr_FR.UTF-8@euro.
    private static string Plain(string name) => name.Split('.', '@')[0].Replace('_', '-');
}
