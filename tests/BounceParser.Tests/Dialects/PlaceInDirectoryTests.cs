using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Recipients as the directory of Exchange 5.5 names them.</summary>
public sealed class PlaceInDirectoryTests
{
    [Fact]
    public void A_name_of_a_directory_holds_the_address()
    {
        var report = Bounce("""
            Your message

              To:      paul@dest.example

            did not reach the following recipient(s):

            paul@dest.example on Wed, 3 Feb 1999 15:22:08 +0100
                The recipient's mailbox is full
            c=DE;a= ;p=DEST;o=HQ;dda:SMTP=l.martin@dest.example; on
            Wed, 3 Feb 1999 15:22:08 +0100
                The recipient name is not recognized
            """);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("paul@dest.example", BounceReason.MailboxFull), ("l.martin@dest.example", BounceReason.UserUnknown));
    }
}
