namespace BounceParser.Cli.Imap;

/// <summary>The password; never an argument, which everybody on the machine can see.</summary>
internal static class Password
{
    public const string Variable = "BOUNCEPARSER_IMAP_PASSWORD";

    /// <summary>From the environment, else the first line of the standard input; null where neither has one.</summary>
    public static async Task<string?> ReadAsync(ToolConsole console, CancellationToken cancellation)
    {
        if (console.Environment(Variable) is { Length: > 0 } password) return password;
        // A terminal would show what is typed.
        if (console.InIsTerminal) return null;
        using var input = new StreamReader(console.OpenInput());
        return await input.ReadLineAsync(cancellation).ConfigureAwait(false) is { Length: > 0 } line ? line : null;
    }
}
