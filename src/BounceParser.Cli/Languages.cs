namespace BounceParser.Cli;

/// <summary>Which language to speak.</summary>
internal static class Languages
{
    /// <summary>The option's value, else the first of LC_ALL, LC_MESSAGES and LANG that is set, else English.</summary>
    public static string Choose(string? option, Func<string, string?> environment)
    {
        if (!string.IsNullOrWhiteSpace(option)) return option;
        foreach (var name in new[] { "LC_ALL", "LC_MESSAGES", "LANG" })
            if (environment(name) is { Length: > 0 } value) return value.Split('.', '@')[0].Replace('_', '-');
        return "en";
    }
}
