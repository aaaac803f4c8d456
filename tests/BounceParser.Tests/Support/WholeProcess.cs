namespace BounceParser.Tests.Support;

/// <summary>Tests that measure what the whole process holds: no other runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcess
{
    public const string Name = nameof(WholeProcess);
}
