namespace BounceParser;

/// <summary>Reads bounces, SMTP replies and log lines. Immutable, thread-safe, cheap to share.</summary>
public sealed partial class BounceInterpreter
{
}
