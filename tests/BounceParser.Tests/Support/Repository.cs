namespace BounceParser.Tests.Support;

/// <summary>Where things stand in the repository that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Corpus => Path.Combine(Root, "corpus");

    public static string Library => Path.Combine(Root, "src", "BounceParser");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BounceParser.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
