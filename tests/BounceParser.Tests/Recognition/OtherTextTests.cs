using BounceParser.Recognition;

namespace BounceParser.Tests.Recognition;

/// <summary>What somebody pastes may have the numbers of a mail server, and be of no mail.</summary>
public sealed class OtherTextTests
{
    [Theory]
    [InlineData("ftp> get map.tif\n550 Failed to open file.\nftp> ls\n421 Timeout.")]
    [InlineData("Response:  331 Password required for web44\nCommand: PASS ****\nResponse:  530 Login incorrect.\nError: cannot connect to server")]
    [InlineData("{\"message\":\"553 Could not create file.\",\"stack\":\"at Ftp.parse (/srv/node_modules/jsftp/lib/jsftp.js:257:11)\",\"code\":553}")]
    [InlineData("HTTP/1.1 550 Permission denied\nServer: IIS\nContent-Length: 550\n\nThe page cannot be displayed.")]
    [InlineData("Msg 550, Level 16, State 1, Line 12\nThe insert failed.")]
    [InlineData("git@host.org: Permission denied (publickey).\nfatal: Could not read from remote repository.")]
    [InlineData("$TTL 550\n@ IN SOA ns1.b.org. hostmaster.b.org. (\n2024050421 ; serial\n421 ) ; minimum\n IN TXT \"v=DMARC1; p=reject\"")]
    [InlineData("4.2.3. Reply codes in numeric order\n\n   450  Requested mail action not taken: mailbox unavailable\n   550  Requested action not taken: mailbox unavailable\n   552  exceeded storage allocation\n")]
    [InlineData("|421|Service not available|\n|535|Authentication failed|\n|550|Mailbox unavailable: user unknown|")]
    [InlineData("if (reply.Contains(\"550 user unknown\")) {\n    // the mailbox is gone\n    return true;\n}")]
    public void Text_of_another_trade_is_no_bounce(string text)
    {
        OtherText.Is(text).Should().BeTrue();
        BounceInterpreter.Default.InterpretText(text).Kind.Should().Be(BounceKind.NotABounce);
    }

    [Fact]
    public void What_a_person_writes_around_a_refusal_is_not_what_the_server_said() =>
        BounceInterpreter.Default.InterpretText("Hi,\n\nwhen a job runs I get the error\n```\n    550 5.1.1 <l.martin@dest.example>: Recipient address rejected: User unknown in local recipient table\n```\n")
            .Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "l.martin@dest.example" && one.Recommendation == Recommendation.SuppressRecipient
                && one.DiagnosticText == "550 5.1.1 <l.martin@dest.example>: Recipient address rejected: User unknown in local recipient table");

    [Theory]
    [InlineData("550 5.7.1 see ftp://ftp.b.org/policy.txt: rejected\nwhat does it want?")]
    [InlineData("I get this:\n\n550 no such user here\n\nwhat now;")]
    [InlineData("await send(mail);\n// answers:\n550 no such user here\n}")]
    [InlineData("450 busy a@b.org\n550 no such user c@d.org\n552 mailbox full e@f.org")]
    [InlineData("250 ok\n550 no such user here\n221 bye")]
    public void What_holds_a_refusal_is_one(string text) => OtherText.Is(text).Should().BeFalse();
}
