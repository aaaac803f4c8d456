using System.CommandLine;
using BounceParser.Cli.Parsing;

namespace BounceParser.Cli.Commands;

/// <summary>The options that choose what is shown.</summary>
internal sealed class FilterOptions
{
    public FilterOptions()
    {
        Since.Validators.Add(value =>
        {
            if (MailDate.Read(value.GetValueOrDefault<string?>() ?? "", DateTimeOffset.UtcNow) is null) value.AddError("--since: a day (2026-11-02), a time (2026-11-02T10:00:00Z), or so many days ago (30d)");
        });
        Reason.Validators.Add(value =>
        {
            foreach (var reason in value.GetValueOrDefault<string[]>().SelectMany(Split))
                if (ReasonNames.Read(reason) is null) value.AddError("--reason: " + ReasonNames.Unknown(reason));
        });
        Recipient.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<string?>() is not { } recipient || !recipient.Contains('@', StringComparison.Ordinal)) value.AddError("--recipient: an address, or @domain for all of a domain");
        });
    }

    public Option<string?> Since { get; } = new("--since") { Description = "Only mails of that day or later: 2026-11-02, or 30d for the last 30 days" };

    public Option<string[]> Reason { get; } = new("--reason") { Description = "Only these reasons, as in MailboxFull or UserUnknown/vpopmail-no-mailbox", AllowMultipleArgumentsPerToken = false };

    public Option<string?> Recipient { get; } = new("--recipient") { Description = "Only this address, or @domain" };

    public Option<bool> OnlyFailures { get; } = new("--only-failures") { Description = "Only recipients who did not get the mail" };

    public ReportFilter Read(ParseResult parsed) => new()
    {
        Since = parsed.GetValue(Since) is { } since ? MailDate.Read(since, DateTimeOffset.UtcNow) : null,
        Reasons = [.. (parsed.GetValue(Reason) ?? []).SelectMany(Split)],
        Recipient = parsed.GetValue(Recipient),
        OnlyFailures = parsed.GetValue(OnlyFailures),
    };

    private static string[] Split(string reasons) => reasons.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
