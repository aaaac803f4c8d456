using BounceParser.Cli.Corpus;
using BounceParser.Classification;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>Every sample of <c>corpus/</c> gives what stands beside it, and the samples show all that the catalogue can say.</summary>
public sealed class CorpusTests
{
    private static readonly Lazy<IReadOnlyList<ExpectedVerdict>> Expected = new(() =>
        [.. Sample.Find(Repository.Corpus).SelectMany(sample => ExpectedVerdict.Of(sample.ExpectedPath))]);

    public static TheoryData<string> Samples => [.. Sample.Find(Repository.Corpus).Select(sample => Path.GetRelativePath(Repository.Corpus, sample.Path))];

    [Theory, MemberData(nameof(Samples))]
    public void Sample_is_read_as_expected(string path)
    {
        var check = SampleCheck.Run(new Sample(Path.Combine(Repository.Corpus, path)), BounceInterpreter.Default);
        check.Differences.Should().BeEmpty();
        check.Failed.Should().Be(0);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Sample_was_reviewed(string path) =>
        SampleCheck.Run(new Sample(Path.Combine(Repository.Corpus, path)), BounceInterpreter.Default).Unreviewed.Should().Be(0);

    [Fact]
    public void There_are_enough_samples() => Samples.Count.Should().BeGreaterThanOrEqualTo(400);

    [Fact]
    public void Every_expectation_has_its_sample() =>
        Directory.EnumerateFiles(Repository.Corpus, "*.expected.json", SearchOption.AllDirectories)
            .Except(Sample.Find(Repository.Corpus).Select(sample => sample.ExpectedPath)).Should().BeEmpty();

    [Fact]
    public void Every_situation_is_shown() =>
        RuleCatalogue.BuiltIn.Rules.Where(rule => rule.Situation is not null).Select(rule => $"{rule.Reason}/{rule.Situation}").Distinct()
            .Concat(Complaints.Situations.Select(situation => $"{BounceReason.Complaint}/{situation}"))
            .Except(Expected.Value.Select(verdict => $"{verdict.Reason}/{verdict.Situation}")).Order().Should().BeEmpty();

    [Fact]
    public void Every_reason_is_shown() =>
        Enum.GetNames<BounceReason>().Except(Expected.Value.Select(verdict => verdict.Reason)).Order().Should().BeEmpty();

    [Fact]
    public void Every_kind_of_mail_is_shown() =>
        Enum.GetValues<BounceKind>().Select(kind => kind.ToString()).Except(Expected.Value.Select(verdict => verdict.Kind), StringComparer.OrdinalIgnoreCase)
            .Should().BeEmpty();
}
