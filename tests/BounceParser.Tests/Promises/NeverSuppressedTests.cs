using System.Text;
using BounceParser.Tests.Support;
using CsCheck;

namespace BounceParser.Tests.Promises;

/// <summary>Where no address may ever be dropped, whatever a server is said to have said.</summary>
public sealed class NeverSuppressedTests
{
    private const int Tries = 2_000;

    [Fact]
    public void The_refusals_that_the_properties_spoil_do_kill_when_they_stand_alone() =>
        Refusals.Dead.Sample(dead => Mail.Report(dead.Fields()).Interpret().Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(Recommendation.SuppressRecipient, dead.ToString()), iter: Tries);

    [Fact]
    public void Nobody_by_a_delay() =>
        Refusals.Any.Sample(said => Spared(Mail.Report(said.Fields("delayed")), BounceKind.Delay), iter: Tries);

    [Fact]
    public void Nobody_by_a_success() =>
        Gen.Select(Refusals.Any, Choice.Of("delivered", "relayed", "expanded")).Sample((said, action) => Spared(Mail.Report(said.Fields(action, "2.0.0")), BounceKind.Success), iter: Tries);

    [Fact]
    public void Nobody_by_an_automatic_reply() =>
        Gen.Select(Refusals.Any, Choice.Of("Subject: Automatic reply: offer", "Subject: Out of Office", "Subject: Réponse automatique : offre", "Subject: offer\nAuto-Submitted: auto-replied"))
            .Sample((said, subject) => Spared(Written($"{subject}\nFrom: {Refusals.Recipient}", $"I am away. {said.Text}"), BounceKind.AutoReply), iter: Tries);

    [Fact]
    public void Nobody_by_a_challenge() =>
        Gen.Select(Refusals.Any, Choice.Of("Subject: Please confirm your message", "Subject: [boxbe] x", "Subject: x\nX-Spamarrest: 1"))
            .Sample((said, subject) => Spared(Written($"{subject}\nFrom: {Refusals.Recipient}", $"Your mail waits. {said.Text}"), BounceKind.Challenge), iter: Tries);

    [Fact]
    public void Nobody_by_ordinary_mail() =>
        Gen.Select(Refusals.Any, Choice.Of("Subject: Re: bounces", "Subject: what is this?", "Subject: Fwd: Undelivered Mail Returned to Sender", "Subject: Your parcel"))
            .Sample((said, subject) => Spared(Written($"{subject}\nFrom: Marie <marie@dest.example>", $"Hello, what does this mean?\n\n<{Refusals.Recipient}>: {said.Text}"), BounceKind.NotABounce), iter: Tries);

    [Theory]
    [InlineData("X-Local; ghost", "smtp; 550 5.1.1 User unknown")]
    [InlineData("X-Local; pau", "smtp; 550 5.1.1 User unknown")]
    [InlineData("X-Unix; |/usr/bin/procmail -u ghost", "x-unix; user unknown")]
    [InlineData("rfc822; paul@dest.example", "smtp; 550 5.1.1 ghost... User unknown")]
    [InlineData("rfc822; paul@dest.example", "smtp; 550 5.1.1 User unknown, could not forward to ghost@gone.example")]
    [InlineData("rfc822; paul@dest.example", "smtp; 550 5.1.1 alias expands to ghost: User unknown")]
    public void Nobody_where_an_alias_leads_to_what_is_gone(string final, string diagnostic) =>
        Spared(Mail.Report($"Original-Recipient: rfc822; paul@dest.example\nFinal-Recipient: {final}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: {diagnostic}\n"), BounceKind.Failure);

    [Theory]
    [InlineData("bobby@dest.example", "bob... User unknown", Recommendation.ReviewByHand)]
    [InlineData("bob@dest.example", "bobby... User unknown", Recommendation.ReviewByHand)]
    [InlineData("bobby@dest.example", "Bobby... User unknown", Recommendation.SuppressRecipient)]
    [InlineData("bobby", "bobby... User unknown", Recommendation.SuppressRecipient)]
    public void Whom_a_local_name_names_it_names_whole(string final, string words, Recommendation recommendation) =>
        Mail.Report(Mail.Failed(final, "550 5.1.1 " + words)).Interpret().Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(recommendation);

    [Theory]
    [InlineData("paul@b\u00fccher.example", "550 5.1.1 <paul@xn--bcher-kva.example>: User unknown")]
    [InlineData("paul@xn--bcher-kva.example", "550 5.1.1 User paul@b\u00fccher.example unknown")]
    public void An_address_is_the_same_with_its_domain_encoded(string final, string words) =>
        Mail.Report(Mail.Failed(final, words)).Interpret().Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(Recommendation.SuppressRecipient);

    [Theory]
    [InlineData("X-Local; paul", "smtp; 550 5.1.1 paul... User unknown")]
    [InlineData("LOCAL; <paul>", "smtp; 550 5.1.1 User unknown")]
    [InlineData("x400; /S=paul/OU=CS/O=dest/PRMD=UK.AC/ADMD= /C=GB/", "smtp; 550 5.1.1 User unknown")]
    public void A_mailbox_within_the_server_is_the_one_that_was_written_to(string final, string diagnostic) =>
        Mail.Report($"Original-Recipient: rfc822; paul@dest.example\nFinal-Recipient: {final}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: {diagnostic}\n").Interpret()
            .Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(Recommendation.SuppressRecipient);

    [Fact]
    public void Nobody_of_several_by_one_answer_to_the_mail_itself()
    {
        const string EndOfData = "said: 550 5.1.1 User unknown (in reply to end of DATA command)";
        var mail = Mail.Interpret($"""
            Return-Path: <>
            From: MAILER-DAEMON@mx.origin.example
            To: anna@origin.example
            Subject: Undelivered Mail Returned to Sender

            This is the mail system at host mx.origin.example.

            <paul@dest.example>: host mx.dest.example {EndOfData}

            <eva@dest.example>: host mx.dest.example {EndOfData}
            """);
        mail.Diagnoses.Should().HaveCount(2).And.NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);
        BounceInterpreter.Default.InterpretText($"<paul@dest.example>: host mx.dest.example {EndOfData}").Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(Recommendation.SuppressRecipient, "there is nobody else");
    }

    [Theory]
    [InlineData("Unfortunately, your message could not be delivered to one or more\nrecipients. The usual cause of this problem is invalid\nrecipient address or maintenance at the recipient side.\n\nDelivery to someone@example.net failed with error: {0}\n")]
    [InlineData("Your message could not be delivered to someone@example.net. Perhaps the user is unknown.\n\nThe other server said: {0}\n")]
    [InlineData("The following message to <someone@example.net> was undeliverable.\nThe reason for the problem:\n5.1.0 - Unknown address error {0}\n")]
    public void Nobody_by_a_remark_of_the_reporter(string text)
    {
        foreach (var reply in new[] { "550 Zurblegok 17", "552 5.2.2 Zurblegok", "554 5.7.1 Zurblegok", "550-'5.1.0 Address rejected.'", "552 5.2.3 Zurblegok" })
            Spared(Mail.Report(new ServerAnswer(reply, "mx.example.net").Fields(), text: string.Format(null, text, reply)), BounceKind.Failure);
    }

    [Fact]
    public void Nobody_by_a_temporary_reply() =>
        Gen.Select(Refusals.Dead, Choice.Of("421", "450", "451", "452")).Sample((dead, code) =>
        {
            var said = dead with { Text = code + " " + Words(dead.Text) };
            Spared(Mail.Report(said.Fields(status: "4.0.0")));
            Spared(Mail.Report(said.Fields()));
            Spared(BounceInterpreter.Default.InterpretText($"<{Refusals.Recipient}>: host {said.Host}[192.0.2.1] said: {said.Text}"));
        }, iter: Tries);

    [Fact]
    public void Nobody_for_a_reason_that_says_nothing_of_the_address()
    {
        BounceReason[] harmless = [BounceReason.Undetermined, BounceReason.DnsFailure, BounceReason.MailboxFull];
        var seen = new HashSet<BounceReason>();
        Refusals.Any.Sample(said =>
        {
            var diagnosis = Mail.Report(said.Fields()).Interpret().Diagnoses.Should().ContainSingle().Subject;
            if (!harmless.Contains(diagnosis.Reason)) return;
            lock (seen) seen.Add(diagnosis.Reason);
            diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient, said.ToString());
        }, iter: Tries);
        seen.Should().BeEquivalentTo(harmless);
    }

    [Fact]
    public void Nobody_beside_words_of_quota_temporariness_sender_policy_or_reputation() =>
        (from dead in Refusals.Dead from text in Refusals.Excuse.Beside(dead.Text) select dead with { Text = text })
            .Sample(said => Spared(Mail.Report(said.Fields()), because: said.ToString()), iter: 2 * Tries);

    [Fact]
    public void Nobody_whom_the_text_does_not_name_as_failed() =>
        Refusals.Dead.Sample(dead =>
        {
            Spared(BounceInterpreter.Default.InterpretText(Words(dead.Text, codes: true)));
            Spared(Mail.Report(dead.Fields().Replace($"Final-Recipient: rfc822; {Refusals.Recipient}\n", "", StringComparison.Ordinal).Replace(Refusals.Recipient, "the user", StringComparison.Ordinal),
                returned: $"From: anna@origin.example\nTo: {Refusals.Recipient}\nSubject: x\n\nx\n"));
            var others = Mail.Report(dead.Fields(), text: "Cc: zoe@example.net\nFor help write to luc@example.net.", returned: "From: anna@origin.example\nCc: eva@example.net\nSubject: x\n\nx\n").Interpret();
            others.Diagnoses.Select(diagnosis => diagnosis.FinalRecipient).Should().Equal([Refusals.Recipient], dead.ToString());
        }, iter: Tries);

    [Fact]
    public void Nobody_behind_an_alias_a_list_or_a_forward() =>
        Gen.Select(Refusals.Dead, Choice.Of("X-Actual-Recipient: rfc822; inner@example.net\n", "Original-Recipient: rfc822; list@dest.example\n", "Original-Recipient: rfc822;Team@example.net\n"))
            .Sample((dead, more) => Spared(Mail.Report(dead.Fields(more: more)), because: dead.ToString()), iter: Tries);

    [Fact]
    public void Nobody_whom_a_text_says_to_be_expanded_or_generated_from_another() =>
        Gen.Select(Refusals.Dead, Choice.Of("<{0}> (expanded from <list@dest.example>): host {1}[192.0.2.1] said: {2}", "  {0}\n    (generated from list@dest.example)\n    host {1} [192.0.2.1]: {2}", "<{0}>\n    (reason: {2})\n    (expanded from: <list@dest.example>)"))
            .Sample((dead, form) => Spared(BounceInterpreter.Default.InterpretText(string.Format(null, form, Refusals.Recipient, dead.Host, dead.Text)), because: dead.ToString()), iter: Tries);

    [Fact]
    public void Nobody_by_a_double_bounce() =>
        Gen.Select(Refusals.Dead, Choice.Of("Return-Path: <>\nFrom: MAILER-DAEMON@origin.example\nSubject: failure notice\n\nx\n", "From: Mail Delivery System <MAILER-DAEMON@origin.example>\nSubject: Undelivered Mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=i\n\nx\n"))
            .Sample((dead, returned) =>
            {
                var report = Mail.Report(dead.Fields(), returned).Interpret();
                report.IsDoubleBounce.Should().BeTrue();
                Spared(report);
            }, iter: Tries);

    private static void Spared(byte[] mail, BounceKind? kind = null, string because = "") => Spared(mail.Interpret(), kind, because);

    private static void Spared(BounceReport report, BounceKind? kind = null, string because = "")
    {
        if (kind is not null) report.Kind.Should().Be(kind);
        foreach (var diagnosis in report.Diagnoses)
            diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient, $"{diagnosis.Reason} by {diagnosis.DecidingRule?.File}({diagnosis.DecidingRule?.Line}) {because}");
    }

    private static byte[] Written(string headers, string body) => Encoding.UTF8.GetBytes($"{headers}\nTo: anna@origin.example\nContent-Type: text/plain; charset=utf-8\n\n{body}\n");

    // A refusal without its codes; an address in it says who failed.
    private static string Words(string text, bool codes = false) =>
        (codes ? text : text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-', ' ', '#')).Replace(Refusals.Recipient, "", StringComparison.Ordinal);
}
