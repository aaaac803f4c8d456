using BounceParser.Cli.Corpus;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>Every sample of <c>corpus/</c> gives what stands beside it.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Samples => [.. Sample.Find(Repository.Corpus).Select(sample => Path.GetRelativePath(Repository.Corpus, sample.Path))];

    [Theory, MemberData(nameof(Samples))]
    public void Sample_is_read_as_expected(string path)
    {
        var check = SampleCheck.Run(new Sample(Path.Combine(Repository.Corpus, path)));
        check.Differences.Should().BeEmpty();
        check.Failed.Should().Be(0);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Sample_was_reviewed(string path) =>
        SampleCheck.Run(new Sample(Path.Combine(Repository.Corpus, path))).Unreviewed.Should().Be(0);

    [Fact]
    public void There_are_enough_samples() => Samples.Count.Should().BeGreaterThanOrEqualTo(80);
}
