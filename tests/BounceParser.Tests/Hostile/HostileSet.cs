namespace BounceParser.Tests.Hostile;

/// <summary>Every hostile input; a name is unique.</summary>
internal static class HostileSet
{
    public static IReadOnlyList<HostileInput> All { get; } =
        [.. HostileHeaders.All, .. HostileStructures.All, .. HostileReports.All, .. HostileBodies.All, .. HostileCharacters.All, .. HostileLogs.All, .. HostileEvents.All, .. HostileErrors.All];

    public static TheoryData<string> Names { get; } = [.. All.Select(input => input.Name)];

    public static HostileInput Named(string name) => All.Single(input => input.Name == name);
}
