using BounceParser;
using MailKit.Net.Smtp;

namespace SmtpRefusal;

/// <summary>What a server refused while MailKit was sending, as a diagnosis.</summary>
internal static class Refusal
{
    public static Diagnosis Diagnose(this BounceInterpreter interpreter, SmtpCommandException refused, string host, string sender)
    {
        // MailKit leaves the enhanced code at the head of the text, where it is found.
        var reply = new SmtpReply { Code = (int)refused.StatusCode, Text = refused.Message };
        return interpreter.Interpret(reply, new SmtpContext
        {
            Stage = StageOf(refused.ErrorCode),
            Host = host,
            Sender = sender,
            // MailKit names the address of the refused command: a recipient only after RCPT TO.
            Recipient = refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? refused.Mailbox?.Address : null,
        });
    }

    private static SmtpStage StageOf(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.SenderNotAccepted => SmtpStage.MailFrom,
        SmtpErrorCode.RecipientNotAccepted => SmtpStage.RcptTo,
        SmtpErrorCode.MessageNotAccepted => SmtpStage.EndOfData,
        _ => SmtpStage.Unknown,
    };
}
