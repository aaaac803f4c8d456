using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Lists with the answers of the server below them.</summary>
public sealed class ListWithAnswersTests
{
    [Fact]
    public void In_the_transcript_of_a_session_each_has_the_answer_to_its_own_command()
    {
        var report = Bounce("""
            YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS!

            Failed address: anna@dest.example
            Failed address: bruno@other.example

             --- Session Transcript ---
            Wed 2026-06-03 09:20:51: Attempting SMTP connection to mx.dest.example
            Wed 2026-06-03 09:20:52: --> RCPT To:<anna@dest.example>
            Wed 2026-06-03 09:20:52: <-- 552 5.2.2 mailbox quota exceeded
            Wed 2026-06-03 09:20:52: --> QUIT
            Wed 2026-06-03 09:20:54: Attempting SMTP connection to mx.other.example
            Wed 2026-06-03 09:20:55: --> RCPT To:<bruno@other.example>
            Wed 2026-06-03 09:20:55: <-- 550 5.1.1 <bruno@other.example>: Recipient address rejected: User unknown
             --- End Transcript ---
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.MailboxFull), ("bruno@other.example", BounceReason.UserUnknown));
    }
}
