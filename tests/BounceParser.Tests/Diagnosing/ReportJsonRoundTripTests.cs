using System.Text.Json;
using System.Text.Json.Serialization;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Diagnosing;

[JsonSerializable(typeof(BounceReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

/// <summary>A report is data: a program stores it as JSON, without reflection, and has the same again.</summary>
public sealed class ReportJsonRoundTripTests
{
    public static TheoryData<string> Folders => [.. Directory.EnumerateDirectories(Repository.Corpus).Select(folder => Path.GetFileName(folder)!)];

    [Theory, MemberData(nameof(Folders))]
    public void Every_report_of_the_corpus_comes_back_as_it_was(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, folder), "*.eml"))
        {
            var report = BounceInterpreter.Default.Interpret(File.ReadAllBytes(file));
            var json = JsonSerializer.Serialize(report, ReportJsonContext.Default.BounceReport);

            var back = JsonSerializer.Deserialize(json, ReportJsonContext.Default.BounceReport)!;

            back.Should().BeEquivalentTo(report, options => options.AllowingInfiniteRecursion(), file);
            (back.Key, back.Proof).Should().Be((report.Key, report.Proof), file);
        }
    }
}
