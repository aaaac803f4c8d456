using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>The log lines of spamdyke, which stands before qmail-smtpd.</summary>
internal sealed class SpamdykeLog : LogFormat
{
    private const string Denied = "DENIED_";

    // DENIED_RDNS_MISSING from: c@d to: a@b origin_ip: 192.0.2.1 origin_rdns: (unknown) ...
    private static readonly Parser<LogEvidence> Line =
        from verdict in Token.Word
        where verdict.StartsWith(Denied, StringComparison.Ordinal)
        from sender in Token.Past(" to: ")
        from recipient in Token.Word
        from rest in Token.Rest
        select new LogEvidence
        {
            Action = verdict.Contains("GRAYLIST", StringComparison.Ordinal) ? DsnAction.Delayed : DsnAction.Failed,
            Recipient = recipient is "(unknown)" ? null : recipient,
            Text = verdict[Denied.Length..].Replace('_', ' ').ToLowerInvariant(),
            Comment = verdict,
        };

    public override string Name => QmailLog.Dialect;

    public override IReadOnlyList<string> Marks { get; } = [Denied];

    public override LogEvidence? Read(string line) => Line.Read(line);
}
