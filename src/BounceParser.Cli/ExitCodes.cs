namespace BounceParser.Cli;

/// <summary>The tool's exit codes, the same for every command.</summary>
internal static class ExitCodes
{
    public const string Described = "Exit codes: 0 done; 1 no bounce (explain), a sample that differs (corpus verify), a text that your rules do not decide (rules test), or nothing that can be taken out (redact); 2 a wrong option; 3 an input that could not be read (the rest is still done); 130 stopped.";

    public const int Done = 0;

    /// <summary>The text that is explained is no bounce, a sample does not match, own rules do not decide, or nothing can be redacted.</summary>
    public const int Negative = 1;

    /// <summary>A wrong option or argument.</summary>
    public const int Usage = 2;

    /// <summary>An input could not be read.</summary>
    public const int Unreadable = 3;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
