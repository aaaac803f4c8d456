using BounceParser.Cli.Corpus;

namespace BounceParser.Tests.Cli;

public sealed class SampleCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samples").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Compares_only_the_members_that_stand_there() =>
        Check("""{ "reviewed": true, "note": "seen at work", "kind": "failure", "diagnoses": [{ "reason": "UserUnknown" }] }""").Differences.Should().BeEmpty();

    [Fact]
    public void Names_what_differs_by_its_place() =>
        Check("""{ "reviewed": true, "diagnoses": [{ "reason": "MailboxFull" }] }""").Differences.Should()
            .Equal("diagnoses[0].reason: expected \"MailboxFull\", got \"UserUnknown\"");

    [Theory]
    [InlineData("""{ "diagnosis": [] }""", "diagnosis: no such member")]
    [InlineData("""{ "diagnoses": [{ "_accept": null }] }""", "diagnoses[0]._accept: no such member")]
    [InlineData("""{ "diagnoses": [{ "reviewed": true }] }""", "diagnoses[0].reviewed: no such member")]
    [InlineData("""{ "diagnoses": [{ "facts": { "ip": null } }] }""", "diagnoses[0].facts.ip: no such member")]
    public void Refuses_a_member_that_the_output_does_not_know(string expected, string difference) =>
        Check(expected).Differences.Should().Equal(difference);

    [Fact]
    public void Counts_what_nobody_has_read() => Check("""{ "reviewed": false }""").Unreviewed.Should().Be(1);

    private SampleCheck Check(string expected)
    {
        var sample = new Sample(Path.Combine(_folder, "reply.txt"));
        File.WriteAllText(sample.Path, "550 5.1.1 User unknown");
        File.WriteAllText(sample.ExpectedPath, expected);
        return SampleCheck.Run(sample, BounceInterpreter.Default);
    }
}
