using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The DragonFly Mail Agent: one recipient a bounce, named in a sentence; the answer stands below what it answers.</summary>
internal sealed class Dma : Dialect
{
    private const string Error = "There was an error delivering your mail to";
    private const string Disliked = "did not like our ";

    public override string Name => "dma";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "this is the dragonfly mail agent", "there was an error delivering your mail to <", "did not like our rcpt to:", "did not like our mail from:", "did not like our data:",
        "did not like our final data:", "did not like our ehlo:", "did not like our helo:", "could not deliver for the last",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var sentence = report.Find(Error);
        var words = report.Join(sentence < 0 ? FirstOwn(report) : sentence + 1, report.Count);
        var address = sentence < 0 ? null : AddressLine.First(report[sentence]) ?? AddressLine.First(report[sentence + 1]);
        if (words.Length == 0 || (address is null && text.Mail is not null)) return null;
        return new BounceEvidence
        {
            Dialect = Name,
            ReportingMta = report.Find("DragonFly Mail Agent") is >= 0 and var line ? HostName.After(report[line], " at ") : null,
            OriginalStart = text.OriginalStart,
            Recipients = [Recipient(address, words)],
        };
    }

    private static string? HostOf(ReadOnlySpan<char> before)
    {
        var host = before[(before.LastIndexOf('\n') + 1)..].Trim();
        return host.IsEmpty ? null : host.ToString();
    }

    private static int FirstOwn(TextLines report) => report.Find("DragonFly Mail Agent") + 1;

    // "host [192.0.2.1] did not like our RCPT TO:", the answer on the next lines.
    private static RecipientEvidence Recipient(string? address, string words)
    {
        var disliked = Caseless.IndexOf(words, Disliked);
        var colon = disliked < 0 ? -1 : words.IndexOf(":\n", disliked, StringComparison.Ordinal);
        var expired = Fragment.Says(words, "Could not deliver for the last");
        return new RecipientEvidence
        {
            FinalRecipient = address,
            Action = address is null && !expired ? null : DsnAction.Failed,
            DiagnosticText = colon < 0 ? words : words[(colon + 2)..].Trim(),
            Comment = colon < 0 ? "" : words[..(colon + 1)],
            RemoteMta = disliked < 0 ? null : HostOf(words.AsSpan(0, disliked)),
            Stage = disliked < 0 ? SmtpStage.Unknown : SessionCommand.Stage(words.AsSpan(disliked + Disliked.Length)),
            Expired = expired,
        };
    }
}
