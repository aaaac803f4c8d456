using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Packaging;

/// <summary>The packages as those get them who install them. Takes a minute: `.ci/run` runs it by its own category.</summary>
[Trait("Category", "Slow"), Trait("Category", "Package")]
public sealed class PackageTests(PackedPackages packed) : IClassFixture<PackedPackages>
{
    private const string Version = "0.1.0";

    [Theory]
    [InlineData("BounceParser", new[] { "MimeKit", "Sprache" })]
    [InlineData("BounceParser.Cli", new string[0])]
    public void Package_says_what_it_is(string id, string[] dependencies)
    {
        using var package = ZipFile.OpenRead(Path.Combine(packed.Feed, $"{id}.{Version}.nupkg"));
        var about = XDocument.Load(package.GetEntry($"{id}.nuspec")!.Open()).Root!.Elements().Single();

        string? Of(string name) => about.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        Of("license").Should().Be("MIT");
        Of("description").Should().NotBeNullOrEmpty();
        package.GetEntry(Of("readme")!)!.Length.Should().BePositive();
        package.GetEntry(Of("icon")!)!.Length.Should().BePositive();
        about.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!).Should().BeEquivalentTo(dependencies);
    }

    // Where packages are shown, nothing stands beside the page.
    [Theory]
    [InlineData("BounceParser")]
    [InlineData("BounceParser.Cli")]
    public void Readme_of_a_package_is_ours_without_the_links_into_the_repository(string id)
    {
        using var package = ZipFile.OpenRead(Path.Combine(packed.Feed, $"{id}.{Version}.nupkg"));
        using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
        reader.ReadToEnd().Trim().Should().Be(Regex.Replace(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), @"\[([^\]]+)\]\((?!https?:)[^)]+\)", "$1").Trim());
    }

    [Fact]
    public void Library_has_its_documentation_and_symbols_that_do_not_tell_where_it_was_built()
    {
        using var package = ZipFile.OpenRead(Path.Combine(packed.Feed, $"BounceParser.{Version}.nupkg"));
        XDocument.Load(package.GetEntry("lib/net10.0/BounceParser.xml")!.Open()).Descendants("member")
            .Should().Contain(member => (string)member.Attribute("name")! == "T:BounceParser.BounceInterpreter");

        using var symbols = ZipFile.OpenRead(Path.Combine(packed.Feed, $"BounceParser.{Version}.snupkg"));
        using var content = new MemoryStream();
        symbols.GetEntry("lib/net10.0/BounceParser.pdb")!.Open().CopyTo(content);
        content.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(content);
        var reader = provider.GetMetadataReader();
        reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))
            .Should().Contain(name => name.StartsWith("/_", StringComparison.Ordinal) && name.EndsWith("BounceInterpreter.cs", StringComparison.Ordinal))
            .And.NotContain(name => name.StartsWith(Repository.Root, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Library_works_in_an_empty_console_project()
    {
        await packed.RunAsync("dotnet", "new", "console", "--output", "app");
        await packed.RunAsync("dotnet", "add", "app", "package", "BounceParser", "--version", Version);
        packed.Write("app/Program.cs", """
            using BounceParser;

            var diagnosis = BounceInterpreter.Default.InterpretText("550 5.1.1 <l.martin@dest.example>: User unknown").Diagnoses[0];
            Console.WriteLine($"{diagnosis.FinalRecipient} {diagnosis.Reason} {diagnosis.Advice("fr").Culture}");
            """);
        (await packed.RunAsync("dotnet", "run", "--project", "app")).Trim().Should().Be("l.martin@dest.example UserUnknown fr");
    }

    [Fact]
    public async Task Tool_installs_and_explains_a_bounce()
    {
        await packed.RunAsync("dotnet", "tool", "install", "BounceParser.Cli", "--version", Version, "--tool-path", "tools");
        var command = Path.Combine(packed.Home, "tools", "bounceparser");
        (await packed.RunAsync(command, "explain", Path.Combine(Repository.Corpus, "first-ten", "vpopmail.txt"), "--lang", "fr")).Should().Contain("Aucune boîte à ce nom");
        (await packed.RunAsync(command, "--version")).Should().StartWith(Version);
    }
}
