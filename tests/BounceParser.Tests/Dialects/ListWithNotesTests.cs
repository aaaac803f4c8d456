using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Lists whose addresses bear the number of a note.</summary>
public sealed class ListWithNotesTests
{
    [Fact]
    public void Notes_below_a_list_are_of_those_who_bear_their_number()
    {
        var report = Bounce("The following recipients could not be reached:\n\n  anna@dest.example [1]\n  bruno@dest.example [2]\n  carla@dest.example [1]\n\n[1] User unknown\n[2] Mailbox full\n");

        report.Diagnoses.Select(one => (one.FinalRecipient, one.DiagnosticText)).Should().Equal(("anna@dest.example", "User unknown"), ("bruno@dest.example", "Mailbox full"), ("carla@dest.example", "User unknown"));
    }

    [Fact]
    public void A_bullet_is_no_note() =>
        Bounce("Your message could not be delivered to:\n\n* anna@dest.example\n* bruno@dest.example\n\n550 5.1.1 User unknown\n\n*** end of report ***\n")
            .Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.UserUnknown));
}
