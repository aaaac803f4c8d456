using BounceParser.Dialects;
using BounceParser.Evidence;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Dialects;

/// <summary>One line of a server that the readers of reports need not look at.</summary>
public sealed class BareReplyTests
{
    [Theory]
    [InlineData("550 5.1.1 <bob@dest.example>: Recipient address rejected: User unknown", "bob@dest.example")]
    [InlineData("450 4.2.0 <bob@dest.example> mailbox busy", "bob@dest.example")]
    [InlineData("550 No such user bob@dest.example here", "bob@dest.example")]
    [InlineData("553 5.1.8 <anna@origin.example>: Sender address rejected: not owned by user", null)]
    [InlineData("550 user unknown at b@host today", null)]
    [InlineData("550 User unknown", null)]
    public void Reads_a_reply_that_is_alone(string text, string? recipient)
    {
        var said = BareReply.Read(text);
        said.Should().NotBeNull();
        said!.Recipients.Should().ContainSingle().Which.Should().Be(new RecipientEvidence { FinalRecipient = recipient, DiagnosticText = text });
    }

    [Theory]
    [InlineData("250 2.0.0 Ok: queued")]
    [InlineData("550-5.1.1 The account does not exist")]
    [InlineData("550 5.1.1 first line\nsecond line")]
    [InlineData("550 Utilisateur refusé")]
    [InlineData("550 User not found: bob@dest.example")]
    [InlineData("550 the mailboxes of bob@dest.example and eve@dest.example are full")]
    [InlineData("550 M bob@dest.example is not a mailbox")]
    [InlineData("450 4.4.1 your message could not be delivered")]
    [InlineData("552 your message was delayed, mailbox full")]
    [InlineData("550 5.1.1 <bob@dest.example>... User unknown (while talking to mx.dest.example)")]
    [InlineData("554 sorry, your envelope sender is in my badmailfrom list")]
    [InlineData("550 5.7.1 blocked, see http://dest.example/?ip=192.0.2.1")]
    [InlineData("550 bytes is the limit")]
    [InlineData("User unknown")]
    [InlineData("")]
    public void Leaves_what_may_say_more_to_the_other_readers(string text) => BareReply.Read(text).Should().BeNull();

    [Fact]
    public void Says_what_the_readers_of_reports_would_say()
    {
        var bare = 0;
        foreach (var line in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "smtp-replies"), "*.lines").SelectMany(File.ReadLines))
        {
            if (BareReply.Read(line) is not { } said) continue;
            bare++;
            var read = DialectRegistry.Read(new BounceText { Text = line });
            read.Should().NotBeNull(line);
            read!.Dialect.Should().BeNull(line);
            // That a 550 has failed, its code tells as well.
            var recipient = read.Recipients.Should().ContainSingle(line).Which with { Action = null };
            recipient.Should().Be(said.Recipients[0], line);
        }

        bare.Should().BePositive();
    }
}
