using System.Reflection;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>Who may know whom, read from the sources.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Text"] = [],
        ["Catalogue"] = ["Text"],
        ["Evidence"] = [],
        ["Smtp"] = ["Text", "Evidence"],
        ["Mime"] = ["Text"],
        ["Dsn"] = ["Mime", "Evidence", "Smtp", "Text"],
        ["Dialects"] = ["Mime", "Evidence", "Smtp", "Text", "Catalogue"],
        ["Events"] = ["Evidence", "Smtp", "Text", "Catalogue"],
        ["Recognition"] = ["Mime", "Smtp", "Catalogue", "Text"],
        // Joins what the readers tell into the evidence of one mail or text; what it means it does not know.
        ["Reading"] = ["Mime", "Dsn", "Dialects", "Events", "Smtp", "Recognition", "Evidence"],
        ["Classification"] = ["Evidence", "Smtp", "Catalogue", "Text"],
        ["Remediation"] = ["Catalogue", "Text"],
        // Joins evidence, meaning and mail into a report; the steps before it do not know it.
        ["Diagnosing"] = ["Classification", "Evidence", "Mime", "Dsn", "Recognition", "Smtp", "Catalogue", "Text"],
    };

    public static TheoryData<string> Folders => [.. Directory.EnumerateDirectories(Repository.Library).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj"))];

    [Theory, MemberData(nameof(Folders))]
    public void Folder_knows_only_its_neighbours(string folder)
    {
        Allowed.Should().ContainKey(folder, "each folder's neighbours are a decision");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Library, folder), "*.cs", SearchOption.AllDirectories))
            foreach (var other in Allowed.Keys.Where(name => name != folder && !Allowed[folder].Contains(name)))
                File.ReadAllText(file).Should().NotContain($"BounceParser.{other};", $"{Path.GetFileName(file)} is in {folder}");
    }

    [Fact]
    public void Public_types_stand_at_the_root_and_only_there()
    {
        var assembly = typeof(BounceInterpreter).Assembly;
        foreach (var type in assembly.GetExportedTypes()) type.Namespace.Should().Be("BounceParser", type.FullName);
        var files = Directory.EnumerateFiles(Repository.Library, "*.cs").Select(Path.GetFileNameWithoutExtension);
        files.Should().BeSubsetOf(assembly.GetExportedTypes().Select(type => type.Name));
    }

    [Fact]
    public void Public_enums_start_at_a_harmless_zero()
    {
        foreach (var type in typeof(BounceInterpreter).Assembly.GetExportedTypes().Where(type => type.IsEnum))
            Enum.GetValuesAsUnderlyingType(type).Cast<int>().Should().Contain(0, type.Name).And.OnlyHaveUniqueItems(type.Name);
        default(BounceReason).Should().Be(BounceReason.Undetermined);
        default(Recommendation).Should().Be(Recommendation.ReviewByHand);
        default(Permanence).Should().Be(Permanence.Unknown);
        default(Responsible).Should().Be(Responsible.Unknown);
    }

    [Fact]
    public void Library_depends_on_MimeKit_and_Sprache_alone() =>
        typeof(BounceInterpreter).Assembly.GetReferencedAssemblies().Select(name => name.Name)
            .Where(name => !name!.StartsWith("System", StringComparison.Ordinal) && name != "netstandard" && !name.StartsWith("Microsoft.Win32", StringComparison.Ordinal))
            .Should().BeSubsetOf(["MimeKit", "Sprache"]);

    [Fact]
    public void No_dialect_gives_a_reason()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Library, "Dialects"), "*.cs"))
            File.ReadAllText(file).Should().NotContain(nameof(BounceReason), Path.GetFileName(file));
    }

    [Fact]
    public void Library_never_builds_a_culture()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Library, "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal)))
            File.ReadAllText(file).Should().NotContain("new CultureInfo").And.NotContain("GetCultureInfo(");
    }
}
