using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>PHPMailer's error about recipients: <c>The following recipients failed: a@b: no such user, c@d: mailbox full</c>.</summary>
internal sealed class PhpMailer : Dialect
{
    private const int MostRecipients = 1_000;
    private const string Opening = "the following recipients failed:";

    // What follows is of the session.
    private const string Closing = "SMTP server error:";

    public override string Name => "phpmailer";

    public override IReadOnlyList<string> Markers { get; } = ["smtp error: " + Opening];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var opening = Caseless.IndexOf(words, Opening);
        if (opening < 0) return null;
        var list = words.AsSpan(opening + Opening.Length);
        if (Caseless.IndexOf(list, Closing) is >= 0 and var closing) list = list[..closing];
        var recipients = Recipients(list);
        return recipients.Count == 0 ? null : new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients };
    }

    // Each up to the next; an address in brackets is of the server's words.
    private static List<RecipientEvidence> Recipients(ReadOnlySpan<char> list)
    {
        var recipients = new List<RecipientEvidence>();
        var (address, said) = ("", 0);
        for (var from = 0; recipients.Count < MostRecipients && AddressLine.Find(list[from..], out var start, out var end); from += end)
        {
            var behind = list[(from + end)..];
            if (!list[..(from + start)].TrimEnd(' ').EndsWith("<") && behind is [':' or ',', ..] or [] or ['\n', ..])
            {
                if (address.Length > 0) recipients.Add(Recipient(address, list[said..(from + start)]));
                (address, said) = (list[(from + start)..(from + end)].ToString(), from + end);
            }
        }

        if (address.Length > 0) recipients.Add(Recipient(address, list[said..]));
        return recipients;
    }

    private static RecipientEvidence Recipient(string address, ReadOnlySpan<char> said) =>
        new() { FinalRecipient = address, Action = DsnAction.Failed, DiagnosticText = said.Trim(" :,\n").ToString(), Stage = SmtpStage.RcptTo };
}
