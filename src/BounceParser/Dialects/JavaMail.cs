using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The exceptions of JavaMail, later Jakarta Mail and Angus: one for each address that was refused, nested in the one of the send.</summary>
internal sealed class JavaMail : MailLibraryError
{
    // An answer is no longer.
    private const int LongestAnswer = 4_096;

    private static readonly (string Exception, SmtpStage Stage)[] Exceptions =
    [
        ("smtpaddressfailedexception:", SmtpStage.RcptTo), ("smtpsenderfailedexception:", SmtpStage.MailFrom), ("smtpsendfailedexception:", SmtpStage.Unknown),
    ];

    // What stands behind the answer of a server.
    private static readonly string[] Ends = ["nested exception is", "message exceptions (", "message exception details (", "failed message ", "caused by:", "\n\n"];

    public override string Name => "javamail";

    public override IReadOnlyList<string> Markers { get; } = [.. Exceptions.Select(one => one.Exception.TrimEnd(':'))];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var recipients = new List<RecipientEvidence>();
        for (var at = 0; recipients.Count < MostRecipients && Next(words, at) is var (start, stage);)
        {
            var said = Answer(words.AsSpan(start, Math.Min(LongestAnswer, words.Length - start)));
            at = start + said.Length;
            var answer = said.Trim(" \n;").ToString();
            // Spring repeats them all under "message exceptions".
            if (answer.Length > 0 && !recipients.Exists(one => one.DiagnosticText == answer)) recipients.Add(new RecipientEvidence { DiagnosticText = answer, Stage = stage });
        }

        // The send failed since addresses did: what it says itself is theirs.
        if (recipients.Exists(one => one.Stage == SmtpStage.RcptTo)) recipients.RemoveAll(one => one.Stage == SmtpStage.Unknown);
        return Told(text, recipients);
    }

    private static (int Start, SmtpStage Stage)? Next(string words, int from)
    {
        (int, SmtpStage)? next = null;
        var first = words.Length;
        foreach (var (exception, stage) in Exceptions)
            if (Caseless.IndexOf(words.AsSpan(from, first - from), exception) is >= 0 and var at) (first, next) = (from + at, (from + at + exception.Length, stage));
        return next;
    }

    private static ReadOnlySpan<char> Answer(ReadOnlySpan<char> said)
    {
        said = Fragment.UpTo(said, Ends);
        // The next exception without words between: its class stands before it.
        return Caseless.IndexOf(said, "exception:") is >= 0 and var next ? said[..(said[..next].LastIndexOfAny(' ', '\n') + 1)] : said;
    }
}
