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

    private const string Postfix = """
        Return-Path: <>
        From: MAILER-DAEMON@mx1.acme-widgets.com (Mail Delivery System)
        To: =?utf-8?Q?J=C3=A9r=C3=B4me?= Dupont <j.d@acme-widgets.com>
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="9B7A2C0123.1414/mx1.acme-widgets.com"

        --9B7A2C0123.1414/mx1.acme-widgets.com
        Content-Type: text/plain; charset=utf-8

        Hello Jérôme Dupont, marie CURIE and Sklodowska (not Sklodowskaja),

        This is the mail system at host mx1.acme-widgets.com.

        <m.c@secret-lab.org>: host mail.secret-lab.org[198.18.3.4] said: 550 5.7.1
            Message rejected. See https://help.secret-lab.org/policy for details (in reply to RCPT TO command)

        --9B7A2C0123.1414/mx1.acme-widgets.com
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx1.acme-widgets.com

        Final-Recipient: rfc822; m.c@secret-lab.org
        Action: failed
        Status: 5.7.1
        Diagnostic-Code: smtp; 550 5.7.1 Message rejected. See https://help.secret-lab.org/policy for details

        --9B7A2C0123.1414/mx1.acme-widgets.com
        Content-Type: message/rfc822

        From: =?utf-8?Q?J=C3=A9r=C3=B4me?= Dupont <j.d@acme-widgets.com>
        To: "Curie, Marie" <m.c@secret-lab.org>, Sklodowska <sk@secret-lab.org>
        Subject: radium
        Content-Type: multipart/mixed; boundary=acme-widgets.com

        --acme-widgets.com

        x

        --acme-widgets.com--

        --9B7A2C0123.1414/mx1.acme-widgets.com--

        """;

    [Fact]
    public async Task Boundaries_name_no_host_and_still_part_the_message()
    {
        var run = await RedactPostfix();
        run.Out.Should().NotContainAny("acme", "9B7A2C0123");
        var mail = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(run.Out)));
        var parts = mail.Body.Should().BeAssignableTo<MimeKit.Multipart>().Which;
        parts.Should().HaveCount(3);
        parts[2].Should().BeOfType<MimeKit.MessagePart>().Which.Message!.Body.Should().BeAssignableTo<MimeKit.Multipart>().Which.Should().ContainSingle();
    }

    [Fact]
    public async Task Page_at_the_domain_of_an_address_makes_that_domain_no_public_one() =>
        (await RedactPostfix()).Out.Should().NotContain("secret-lab").And.Contain("Message rejected. See https://");

    [Fact]
    public async Task Page_of_a_blocklist_stays() =>
        (await ToolRun.Of(["redact", _folder.Write("b.eml", Postfix.ReplaceLineEndings("\n").Replace("https://help.secret-lab.org/policy", "https://check.spamlists.org/ip", StringComparison.Ordinal))])).Out.Should().Contain("check.spamlists.org");

    [Fact]
    public async Task Names_that_headers_show_are_gone_from_the_text_too()
    {
        var run = await RedactPostfix();
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(run.Out)).Should().NotContainAny("Jérôme", "Dupont", "CURIE", "Curie", "Marie", "Sklodowska ").And.ContainAll("Hello Name", "(not Sklodowskaja)");
    }

    private async Task<ToolRun> RedactPostfix()
    {
        var run = await ToolRun.Of(["redact", _folder.Write("postfix.eml", Postfix.ReplaceLineEndings("\n"))]);
        (run.ExitCode, run.Error).Should().Be((0, ""));
        return run;
    }

    private static BounceReport Read(byte[] message, bool isText) =>
        isText ? BounceInterpreter.Default.InterpretText(Encoding.UTF8.GetString(message)) : BounceInterpreter.Default.Interpret(message);

    private static bool IsRole(string address) => address.Split('@')[0].ToLowerInvariant() is "postmaster" or "abuse" or "root" or "staff" or "mailer-daemon" or "double-bounce";
}
