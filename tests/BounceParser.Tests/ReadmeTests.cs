using System.Reflection;
using BounceParser.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace BounceParser.Tests;

/// <summary>The C# of README.md is compiled and run as it stands there.</summary>
public sealed class ReadmeTests
{
    /// <summary>What the reader has already: a bounce, the ids that were sent, a list, services.</summary>
    private const string Around = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using Microsoft.Extensions.DependencyInjection;
        using BounceParser;

        var stream = File.OpenRead(args[0]);
        var sent = new HashSet<string> { "issue-1@list.example" };
        var list = new HashSet<string>();
        var services = new ServiceCollection();
        """;

    public static TheoryData<int> Lines => [.. Snippets().Select(snippet => snippet.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void Snippet_compiles_and_runs(int line)
    {
        var snippet = Snippets().Single(snippet => snippet.Line == line).Text.Replace("using BounceParser;", "", StringComparison.Ordinal);
        var report = snippet.Contains("var report", StringComparison.Ordinal) ? "" : "var report = BounceInterpreter.Default.Interpret(stream);\n";

        var program = Compile(Around + report + snippet);

        program.EntryPoint!.Invoke(null, [new[] { Path.Combine(Repository.Corpus, "qmail", "full-mailbox.eml") }]);
    }

    [Fact]
    public void Services_give_the_interpreter_and_its_advice()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new BounceParserOptions());
        services.AddSingleton(provider => new BounceInterpreter(provider.GetRequiredService<BounceParserOptions>()));
        services.AddSingleton(provider => provider.GetRequiredService<BounceInterpreter>().Advice);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<BounceInterpreter>().Should().BeSameAs(provider.GetRequiredService<BounceInterpreter>());
        provider.GetRequiredService<AdviceBook>().Should().BeSameAs(provider.GetRequiredService<BounceInterpreter>().Advice);
    }

    private static IEnumerable<(int Line, string Text)> Snippets()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));
        for (var at = 0; at < lines.Length; at++)
            if (lines[at] == "```csharp") yield return (at + 1, string.Join('\n', lines.Skip(at + 1).TakeWhile(text => text != "```")));
    }

    private static Assembly Compile(string program)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Readme", [CSharpSyntaxTree.ParseText(program)], references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        compilation.Emit(image).Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty(program);
        return Assembly.Load(image.ToArray());
    }
}
