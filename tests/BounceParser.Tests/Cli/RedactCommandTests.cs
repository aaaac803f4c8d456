using System.Text;
using BounceParser.Cli.Corpus;
using BounceParser.Cli.Redaction;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

public sealed class RedactCommandTests : IDisposable
{
    private const string Bounce = """
        Return-Path: <>
        Received: from mx7.brun-freres.fr (mx7.brun-freres.fr [198.18.4.5]) by mail.brun-freres.fr
        From: MAILER-DAEMON@mail.brun-freres.fr
        To: Paul Brun <paul.brun@brun-freres.fr>
        Subject: failure notice

        Hi. This is the qmail-send program at mail.brun-freres.fr.
        I'm afraid I wasn't able to deliver your message to the following addresses.

        <l.martin@petite-boite.fr>:
        198.18.9.8 does not like recipient.
        Remote host said: 550 5.1.1 <l.martin@petite-boite.fr>: User unknown
        Giving up on 198.18.9.8.

        --- Below this line is a copy of the message.

        Return-Path: <paul.brun@brun-freres.fr>
        From: Paul Brun <paul.brun@brun-freres.fr>
        Subject: my salary
        Date: Mon, 2 Nov 2026 10:00:00 +0100

        Dear Laure, about my salary: 4200 a month?

        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Samples => [.. Sample.Find(Repository.Corpus).Where(sample => !sample.IsLines).Select(sample => Path.GetRelativePath(Repository.Corpus, sample.Path))];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Samples))]
    public void Sample_keeps_its_diagnosis_and_loses_its_recipients(string path)
    {
        var isText = path.EndsWith(".txt", StringComparison.Ordinal);
        var message = File.ReadAllBytes(Path.Combine(Repository.Corpus, path));
        var before = Read(message, isText);
        var redacted = Redactor.Redact(message, isText);
        redacted.Should().NotBeNull();
        var after = Read(redacted!.Message, isText);
        after.Diagnoses.Select(one => (one.Reason, one.Situation, one.Status, one.Recommendation)).Should().Equal(before.Diagnoses.Select(one => (one.Reason, one.Situation, one.Status, one.Recommendation)));
        var text = Encoding.Latin1.GetString(redacted.Message);
        foreach (var recipient in before.Diagnoses.Select(one => one.FinalRecipient).OfType<string>().Where(address => address.Contains('@', StringComparison.Ordinal) && !IsRole(address)))
            text.Should().NotContain(recipient);
    }

    [Fact]
    public async Task Everything_that_tells_of_people_is_gone_and_the_words_of_the_server_stay()
    {
        var run = await ToolRun.Of(["redact", _folder.Write("b.eml", Bounce.ReplaceLineEndings("\n"))]);
        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Should().NotContainAny("martin", "paul", "Paul", "brun", "petite", "198.18.", "salary", "4200", "Laure");
        run.Out.Should().ContainAll("This is the qmail-send program at", "does not like recipient", "550 5.1.1", "User unknown", "MAILER-DAEMON@");
    }

    [Fact]
    public async Task Same_is_replaced_by_the_same()
    {
        var run = await ToolRun.Of(["redact", "-"], Bounce.ReplaceLineEndings("\n"));
        var recipient = run.Out.Split('\n').Single(line => line.StartsWith('<') && line.EndsWith(">:", StringComparison.Ordinal))[1..^2];
        run.Out.Should().Contain($"550 5.1.1 <{recipient}>: User unknown");
        var ip = run.Out.Split('\n').Single(line => line.EndsWith(" does not like recipient.", StringComparison.Ordinal)).Split(' ')[0];
        run.Out.Should().Contain($"Giving up on {ip}.");
    }

    [Fact]
    public async Task Mbox_and_Outlook_are_refused()
    {
        (await ToolRun.Of(["redact", _folder.Write("box", "From a@b Mon Nov  2 10:00:00 2026\nSubject: x\n\nx\n")])).ExitCode.Should().Be(3);
        (await ToolRun.Of(["redact", _folder.In("missing")])).ExitCode.Should().Be(3);
    }

    private static BounceReport Read(byte[] message, bool isText) =>
        isText ? BounceInterpreter.Default.InterpretText(Encoding.UTF8.GetString(message)) : BounceInterpreter.Default.Interpret(message);

    private static bool IsRole(string address) => address.Split('@')[0].ToLowerInvariant() is "postmaster" or "abuse" or "root" or "staff" or "mailer-daemon" or "double-bounce";
}
