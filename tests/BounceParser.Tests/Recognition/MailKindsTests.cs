using System.Text;
using BounceParser.Catalogue;
using BounceParser.Recognition;
using BounceParser.Tests.Mime;

namespace BounceParser.Tests.Recognition;

public sealed class MailKindsTests
{
    private static readonly CatalogueFile File = new("marks.rules", "");

    private static bool Bears(object kind, string headers, string text = "words") => new MailKinds(MailText.Read(headers + "\n\n" + text + "\n"), KindTable.BuiltIn).Bears((MailKind)kind);

    [Theory]
    [InlineData("Subject: Undeliverable: figures", MailKind.Subject, true)]
    [InlineData("Subject: figures, undeliverable", MailKind.Reply, false)]
    [InlineData("Subject: fwd: figures", MailKind.Reply, true)]
    [InlineData("Subject: figures fwd: x", MailKind.Reply, false)]
    [InlineData("Subject: r: figures", MailKind.Reply, true)]
    [InlineData("Subject:\n  =?utf-8?q?R=C3=A9ponse?=\n  =?utf-8?q?_automatique?=", MailKind.AutoReply, true)]
    [InlineData("Subject: a reply in an\n\t automatic\n\t reply", MailKind.AutoReply, true)]
    [InlineData("Subject: nonautomatic reply", MailKind.AutoReply, false)]
    [InlineData("From: a\nX-Autoreply:", MailKind.AutoReply, true)]
    [InlineData("From: a\nReturn-Path: < >", MailKind.NoReturnPath, false)]
    [InlineData("From: a\nReturn-Path: <>", MailKind.NoReturnPath, true)]
    [InlineData("From: a\nReturn-Path: <b@dest.example>\nReturn-Path: <>", MailKind.NoReturnPath, false)]
    public void A_mark_is_looked_for_in_its_header(string headers, object kind, bool expected) => Bears(kind, headers).Should().Be(expected);

    [Fact]
    public void A_header_of_any_length_is_searched() => Bears(MailKind.Bouncer, $"From: {new string('x', 2_000)} <mailer-daemon@dest.example>").Should().BeTrue();

    [Fact]
    public void Every_condition_of_a_mark_must_hold()
    {
        Bears(MailKind.List, "In-Reply-To: <1@origin.example>").Should().BeTrue();
        Bears(MailKind.List, "In-Reply-To: <1@origin.example>\nX-Failed-Recipients: anna@origin.example").Should().BeFalse();
        Bears(MailKind.AutoReply, "Auto-Submitted: auto-generated\nRT-Ticket: 7").Should().BeTrue();
        Bears(MailKind.AutoReply, "Auto-Submitted: no\nRT-Ticket: 7").Should().BeFalse();
    }

    [Fact]
    public void The_beginning_of_the_text_decides_where_the_headers_leave_room_for_it()
    {
        const string refused = "Your message to the mailing list x was rejected.";
        Bears(MailKind.Bouncer, "From: a", refused).Should().BeTrue();
        Bears(MailKind.Bouncer, "From: a", new string('x', 2_000) + " " + refused).Should().BeFalse();
        Bears(MailKind.Challenge, "Subject: please confirm", "your message").Should().BeTrue();
        Bears(MailKind.Challenge, "Subject: figures", "your message").Should().BeFalse();
    }

    [Fact]
    public void Any_word_of_an_idea_is_a_mark() => WordCatalogue.Of("late").Phrases.Should().OnlyContain(phrase => Bears(MailKind.Subject, $"Subject: =?utf-8?b?{Convert.ToBase64String(Encoding.UTF8.GetBytes("x, " + phrase))}?=", "words"));

    [Theory]
    [InlineData("subject \"x\"", "kind : condition")]
    [InlineData("nothing : subject \"x\"", "nothing")]
    [InlineData("reply : subject x", "double quotes")]
    [InlineData("reply : sender \"x\"", "sender")]
    [InlineData("reply : subject {nothing}", "nothing")]
    [InlineData("reply : not text \"x\"", "not say")]
    public void A_line_that_is_no_mark_is_told(string line, string said) =>
        FluentActions.Invoking(() => KindMark.Read(File, 3, line)).Should().Throw<CatalogueException>().WithMessage($"*marks.rules*3*{said}*");
}
