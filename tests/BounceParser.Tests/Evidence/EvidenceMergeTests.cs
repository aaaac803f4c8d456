using BounceParser.Evidence;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Evidence;

/// <summary>What the report part and the human text say of one bounce, brought together: who wins, and what is kept of the other.</summary>
public sealed class EvidenceMergeTests
{
    private static readonly DateTimeOffset Early = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Late = new(2026, 11, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly RecipientEvidence Anna = new() { FinalRecipient = "anna@dest.example" };

    private static readonly RecipientEvidence Whole = new()
    {
        FinalRecipient = "anna@dest.example",
        OriginalRecipient = "anna@old.example",
        Alias = "team@dest.example",
        Action = DsnAction.Failed,
        Status = EnhancedStatusCode.Parse("5.1.1"),
        DiagnosticText = "550 5.1.1 User unknown",
        Comment = "host said",
        Stage = SmtpStage.RcptTo,
        RemoteMta = "mx.dest.example",
        LastAttempt = Early,
        WillRetryUntil = Early,
    };

    private static readonly RecipientEvidence Other = new()
    {
        FinalRecipient = "anna@dest.example",
        OriginalRecipient = "anna@other.example",
        Alias = "list@other.example",
        Action = DsnAction.Delayed,
        Status = EnhancedStatusCode.Parse("4.2.2"),
        DiagnosticText = "452 4.2.2 Mailbox full",
        Comment = "",
        Stage = SmtpStage.Data,
        RemoteMta = "mx.other.example",
        LastAttempt = Late,
        WillRetryUntil = Late,
    };

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void What_either_of_them_left_out_is_left_out(bool report, bool text) =>
        EvidenceMerge.Merge(new BounceEvidence { Recipients = [Anna], IsTruncated = report }, new BounceEvidence { Recipients = [Anna], IsTruncated = text }).IsTruncated.Should().BeTrue();

    [Fact]
    public void An_encoded_domain_is_the_one_that_people_write()
    {
        var merged = EvidenceMerge.Merge(
            new BounceEvidence { Recipients = [Anna, new RecipientEvidence { FinalRecipient = "drift@xn--brnnbt-mua2m.example" }] },
            new BounceEvidence { Recipients = [new RecipientEvidence { FinalRecipient = "drift@brønnbåt.example", DiagnosticText = "550 5.1.1 User unknown" }, Anna] });
        merged.Recipients.Select(recipient => (recipient.FinalRecipient, recipient.DiagnosticText)).Should().Equal(("anna@dest.example", ""), ("drift@xn--brnnbt-mua2m.example", "550 5.1.1 User unknown"));
    }

    [Fact]
    public void What_the_report_says_of_a_recipient_stands()
    {
        var merged = One(Whole, Other);

        merged.Should().BeEquivalentTo(Whole, options => options.Excluding(one => one.Comment));
        merged.Comment.Should().Be("host said\n452 4.2.2 Mailbox full", "the words that lost are kept beside");
    }

    [Fact]
    public void What_the_report_leaves_out_comes_from_the_text()
    {
        One(Anna, Other).Should().Be(Other);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void A_queue_has_given_up_when_either_side_says_so(bool report, bool text, bool expected)
    {
        One(Anna with { Expired = report }, Anna with { Expired = text }).Expired.Should().Be(expected);
    }

    [Theory]
    [InlineData(null, "4.2.2", "4.2.2")]
    [InlineData("5.0.0", "5.1.1", "5.1.1")]
    [InlineData("5.0.0", null, "5.0.0")]
    [InlineData("5.1.1", "4.2.2", "5.1.1")]
    [InlineData("5.1.1", null, "5.1.1")]
    [InlineData(null, null, null)]
    public void The_status_that_says_more_wins(string? report, string? text, string? expected)
    {
        One(Anna with { Status = Status(report) }, Anna with { Status = Status(text) }).Status.Should().Be(Status(expected));
    }

    [Theory]
    [InlineData("@mx.dest.example", "anna@dest.example", "anna@dest.example")]
    [InlineData("anna", "anna@dest.example", "anna@dest.example")]
    [InlineData(null, "anna@dest.example", "anna@dest.example")]
    [InlineData("anna@dest.example", "anna@other.example", "anna@dest.example")]
    [InlineData("anna@dest.example", null, "anna@dest.example")]
    [InlineData("anna", "hannes", "anna")]
    [InlineData("anna", null, "anna")]
    [InlineData(null, "anna", "anna")]
    [InlineData(null, null, null)]
    public void A_whole_address_beats_half_of_one(string? report, string? text, string? expected)
    {
        One(new RecipientEvidence { FinalRecipient = report }, new RecipientEvidence { FinalRecipient = text }).FinalRecipient.Should().Be(expected);
    }

    [Fact]
    public void An_address_that_was_cut_off_with_the_mail_is_the_texts()
    {
        One(Anna with { FinalRecipient = "anna@de" }, Other).FinalRecipient.Should().Be("anna@dest.example");
        One(Anna with { FinalRecipient = "anna@de", Action = DsnAction.Failed }, Other).FinalRecipient.Should().Be("anna@de", "the report went on");
    }

    [Theory]
    [InlineData("", "550 User unknown", "550 User unknown", "")]
    [InlineData("550 User unknown", "", "550 User unknown", "")]
    [InlineData("", "", "", "")]
    // The text repeats the report and says more.
    [InlineData("user unknown", "550 5.1.1 User unknown in table", "550 5.1.1 User unknown in table", "")]
    [InlineData(" user unknown ", "550 5.1.1 User unknown", "550 5.1.1 User unknown", "")]
    // The text says something else, longer or shorter: the report is nearer to the server.
    [InlineData("550 User unknown", "The mail could not be delivered at all", "550 User unknown", "The mail could not be delivered at all")]
    [InlineData("550 5.1.1 User unknown", "no such user", "550 5.1.1 User unknown", "no such user")]
    // It only repeats part of the report.
    [InlineData("550 User unknown", "user unknown\n", "550 User unknown", "")]
    [InlineData("550 User unknown", "550 User unknown", "550 User unknown", "")]
    public void The_fuller_words_win_and_the_others_stay_beside_them(string report, string text, string words, string comment)
    {
        var merged = One(Anna with { DiagnosticText = report }, Anna with { DiagnosticText = text });

        merged.DiagnosticText.Should().Be(words);
        merged.Comment.Should().Be(comment);
    }

    [Theory]
    [InlineData("Unknown R ecipient", "550 unknown recipient", "unknown recipient")]
    [InlineData("Unknown R ecipient", "unknown recipient", "unknown recipient")]
    [InlineData("Unknown Recipient x", "unknown recipient", "Unknown Recipient x")]
    [InlineData("5 50 Gone", "50 gone", "5 50 Gone")]
    [InlineData("Gone", "gone, and more", "gone, and more")]
    public void Words_that_were_folded_within_a_word_are_the_texts(string report, string text, string words) =>
        One(Anna with { DiagnosticText = report }, Anna with { DiagnosticText = text }).DiagnosticText.Should().Be(words);

    [Fact]
    public void Comments_of_both_sides_are_kept_in_order()
    {
        One(Anna with { Comment = "first" }, Anna with { Comment = "second" }).Comment.Should().Be("first\nsecond");
        One(Anna with { Comment = "first" }, Anna).Comment.Should().Be("first");
        One(Anna, Anna with { Comment = "second" }).Comment.Should().Be("second");
        One(Anna with { Comment = "first", DiagnosticText = "550 no" }, Anna with { Comment = "third", DiagnosticText = "second" }).Comment.Should().Be("first\nsecond\nthird");
    }

    [Fact]
    public void A_recipient_without_a_partner_stays_as_the_report_tells_it()
    {
        var bruno = new RecipientEvidence { FinalRecipient = "bruno@dest.example", DiagnosticText = "552 full" };

        var merged = EvidenceMerge.Merge(Of(Anna with { Action = DsnAction.Failed }, bruno), Of(Anna with { DiagnosticText = "550 unknown" }));

        merged.Recipients.Should().Equal(Anna with { Action = DsnAction.Failed, DiagnosticText = "550 unknown" }, bruno);
    }

    [Fact]
    public void Partners_are_found_by_name_whatever_their_order()
    {
        var bruno = new RecipientEvidence { FinalRecipient = "bruno@dest.example" };

        var merged = EvidenceMerge.Merge(Of(Anna, bruno), Of(bruno with { DiagnosticText = "552 full" }, Anna with { DiagnosticText = "550 unknown" }));

        merged.Recipients.Should().Equal(Anna with { DiagnosticText = "550 unknown" }, bruno with { DiagnosticText = "552 full" });
    }

    [Fact]
    public void One_recipient_on_each_side_is_the_same_under_two_names()
    {
        var merged = EvidenceMerge.Merge(Of(Anna), Of(new RecipientEvidence { FinalRecipient = "anna@forwarded.example", DiagnosticText = "550 unknown" }));

        merged.Recipients.Should().Equal(Anna with { DiagnosticText = "550 unknown" });
    }

    [Fact]
    public void Whom_the_report_names_by_a_command_is_the_one_whom_the_text_has_left()
    {
        var command = new RecipientEvidence { FinalRecipient = "|/usr/bin/tickets", Action = DsnAction.Failed };
        var bruno = new RecipientEvidence { FinalRecipient = "bruno@dest.example", DiagnosticText = "552 full" };
        var carla = new RecipientEvidence { FinalRecipient = "carla@dest.example", DiagnosticText = "550 unknown" };

        EvidenceMerge.Merge(Of(command, Anna), Of(Anna, bruno)).Recipients.Should().Equal(bruno with { Action = DsnAction.Failed }, Anna);
        EvidenceMerge.Merge(Of(command, Anna), Of(Anna, bruno, carla)).Recipients.Should().Equal(command, Anna);
    }

    [Fact]
    public void Several_commands_and_files_are_those_whom_the_text_has_left_in_their_order()
    {
        var (command, file) = (new RecipientEvidence { FinalRecipient = "|/usr/bin/tickets" }, new RecipientEvidence { FinalRecipient = "/var/mail/carla" });
        var bruno = new RecipientEvidence { FinalRecipient = "bruno@dest.example", DiagnosticText = "exit status 69" };
        var carla = new RecipientEvidence { FinalRecipient = "carla@dest.example", DiagnosticText = "552 full" };

        EvidenceMerge.Merge(Of(command, file, Anna), Of(bruno, carla, Anna)).Recipients.Should().Equal(bruno, carla, Anna);
        EvidenceMerge.Merge(Of(command, file, Anna), Of(bruno, Anna)).Recipients.Should().Equal(command, file, Anna);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Of_several_names_none_is_guessed(int inReport, int inText)
    {
        var report = Enumerable.Range(0, inReport).Select(i => new RecipientEvidence { FinalRecipient = $"r{i}@dest.example" }).ToArray();
        var text = Enumerable.Range(0, inText).Select(i => new RecipientEvidence { FinalRecipient = $"t{i}@dest.example", DiagnosticText = "550 unknown" }).ToArray();

        EvidenceMerge.Merge(Of(report), Of(text)).Recipients.Should().Equal(report);
    }

    [Fact]
    public void Whom_the_text_lists_with_a_reason_and_the_report_leaves_out_failed_too()
    {
        var bruno = new RecipientEvidence { FinalRecipient = "bruno@dest.example", DiagnosticText = "552 full" };

        EvidenceMerge.Merge(Of(Anna), Of(Anna, bruno)).Recipients.Should().Equal(Anna, bruno);
        EvidenceMerge.Merge(Of(Anna), Of(bruno, Anna)).Recipients.Should().Equal(Anna, bruno);
    }

    [Fact]
    public void The_text_of_a_mail_may_list_whom_its_report_leaves_out()
    {
        var report = Mail.Report("Final-Recipient: rfc822; anna@dest.example\nAction: failed\nStatus: 5.2.2\n", text: """
            Your message cannot be delivered to the following recipients:

              Recipient address: anna@dest.example
              Reason: Over quota

              Recipient address: bruno@dest.example
              Reason: unknown user
            """).Interpret();

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.MailboxFull), ("bruno@dest.example", BounceReason.UserUnknown));
    }

    [Fact]
    public void Nobody_is_added_to_a_name_of_the_directory() =>
        EvidenceMerge.Merge(Of(Anna with { FinalRecipient = "IMCEAEX-_O=ORG_CN=ANNA@dest.example" }, Other), Of(Anna with { FinalRecipient = "IMCEAEX-_O=ORG_CN=ANNA@dest.example" }, Other, Anna with { FinalRecipient = "anna.b@dest.example", DiagnosticText = "550 unknown" }))
            .Recipients.Should().HaveCount(2);

    [Fact]
    public void Nobody_is_added_without_a_reason_or_an_address_or_where_the_report_has_names_of_its_own()
    {
        var bruno = new RecipientEvidence { FinalRecipient = "bruno@dest.example", DiagnosticText = "552 full" };
        var carla = new RecipientEvidence { FinalRecipient = "carla@dest.example" };

        EvidenceMerge.Merge(Of(Anna), Of(Anna, bruno with { DiagnosticText = "" })).Recipients.Should().Equal(Anna);
        EvidenceMerge.Merge(Of(Anna), Of(Anna, bruno with { FinalRecipient = null })).Recipients.Should().Equal(Anna);
        EvidenceMerge.Merge(Of(Anna, carla), Of(Anna, bruno)).Recipients.Should().Equal(Anna, carla);
        EvidenceMerge.Merge(Of(Anna, carla), Of(Anna, bruno, bruno with { FinalRecipient = "dora@dest.example" })).Recipients.Should().Equal(Anna, carla);
    }

    [Fact]
    public void A_report_that_names_nobody_leaves_the_recipients_to_the_text()
    {
        EvidenceMerge.Merge(null, Of(Whole)).Recipients.Should().Equal(Whole);
        EvidenceMerge.Merge(new BounceEvidence(), Of(Whole)).Recipients.Should().Equal(Whole);
        EvidenceMerge.Merge(Of(Whole), null).Recipients.Should().Equal(Whole);
        EvidenceMerge.Merge(null, null).Recipients.Should().BeEmpty();
    }

    [Fact]
    public void Whoever_is_named_twice_by_one_side_alone_is_one()
    {
        var twice = Of(Anna with { Action = DsnAction.Delayed }, Anna with { Action = DsnAction.Failed });

        EvidenceMerge.Merge(twice, null).Recipients.Should().ContainSingle().Which.Action.Should().Be(DsnAction.Failed);
        EvidenceMerge.Merge(null, twice).Recipients.Should().ContainSingle().Which.Action.Should().Be(DsnAction.Failed);
        EvidenceMerge.Merge(twice, Of(Anna)).Recipients.Should().ContainSingle().Which.Action.Should().Be(DsnAction.Failed);
    }

    [Fact]
    public void Of_the_whole_bounce_the_report_is_believed_first()
    {
        var report = Of(Whole) with { Dialect = "postfix", ReportingMta = "mx.a.example", ArrivalDate = Early, EnvelopeId = "A", OriginalStart = 10 };
        var text = Of(Whole) with { Dialect = "exim", ReportingMta = "mx.b.example", ArrivalDate = Late, EnvelopeId = "B", OriginalStart = 20 };

        var merged = EvidenceMerge.Merge(report, text);

        (merged.Dialect, merged.ReportingMta, merged.ArrivalDate, merged.EnvelopeId, merged.OriginalStart).Should().Be(("postfix", "mx.a.example", Early, "A", 10));
    }

    [Fact]
    public void What_the_report_does_not_say_of_the_whole_bounce_the_text_does()
    {
        var text = Of(Whole) with { Dialect = "exim", ReportingMta = "mx.b.example", ArrivalDate = Late, EnvelopeId = "B", OriginalStart = 20 };

        var merged = EvidenceMerge.Merge(Of(Whole), text);

        (merged.Dialect, merged.ReportingMta, merged.ArrivalDate, merged.EnvelopeId, merged.OriginalStart).Should().Be(("exim", "mx.b.example", Late, "B", 20));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_double_bounce_is_one_whoever_says_so(bool report, bool text)
    {
        EvidenceMerge.Merge(Of(Anna) with { IsDoubleBounce = report }, Of(Anna) with { IsDoubleBounce = text }).IsDoubleBounce.Should().Be(report || text);
        EvidenceMerge.Merge(Of(Anna) with { IsDoubleBounce = report }, null).IsDoubleBounce.Should().Be(report);
    }

    private static RecipientEvidence One(RecipientEvidence report, RecipientEvidence text) => EvidenceMerge.Merge(Of(report), Of(text)).Recipients.Should().ContainSingle().Which;

    private static BounceEvidence Of(params RecipientEvidence[] recipients) => new() { Recipients = recipients };

    private static EnhancedStatusCode? Status(string? code) => code is null ? null : EnhancedStatusCode.Parse(code);
}
