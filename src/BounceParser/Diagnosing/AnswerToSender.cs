namespace BounceParser.Diagnosing;

/// <summary>An answer of a server that had not heard of the recipient yet: it speaks of the sender, of his machine or of his login.</summary>
internal static class AnswerToSender
{
    /// <remarks>A host that takes no mail at all says so at once (RFC 7504); replies from 530 to 538 are those of a login (RFC 4954).</remarks>
    public static bool Is(SmtpStage stage, SmtpReply? reply) => reply is not null
        && (reply.Code is >= 530 and <= 538 || reply.Status is { Subject: 7, Detail: 8 } || (stage is >= SmtpStage.Connect and <= SmtpStage.MailFrom && !(reply.Code == 521 && stage <= SmtpStage.Greeting)));
}
