namespace BounceParser.Cli.Usage;

/// <summary>What <c>--help</c> shows under each command.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        ["bounceparser"] =
        [
            "bounceparser explain bounce.eml --lang fr",
            "bounceparser parse Maildir/ > bounces.ndjson",
            "bounceparser report Maildir/ -o report.html",
        ],
        ["explain"] =
        [
            "bounceparser explain bounce.eml",
            "bounceparser explain '550 5.1.1 User unknown' --lang fr",
            "pbpaste | bounceparser explain - --why",
            "bounceparser explain forwarded.eml --attachment 1",
            "bounceparser explain bounce.eml --rules own.rules --advice own-advice/",
        ],
        ["parse"] =
        [
            "bounceparser parse Maildir/ > bounces.ndjson",
            "bounceparser parse archive.mbox.gz --format csv --only-failures --since 30d",
            "bounceparser parse inbox/ --format table --fields recipient,reason,diagnostic",
            "bounceparser parse Maildir/ --rules own.rules",
            "bounceparser parse --lines --follow /var/log/mail.log --only-failures",
        ],
        ["suppress"] =
        [
            "bounceparser suppress Maildir/ --min-bounces 2 --within 30",
            "bounceparser suppress Maildir/ --require-proof --format csv",
        ],
        ["report"] = ["bounceparser report Maildir/ -o report.html --lang fr"],
        ["imap"] =
        [
            "BOUNCEPARSER_IMAP_PASSWORD=... bounceparser imap --host imap.example.org --user bounces -o bounces.ndjson",
            "pass show bounces | bounceparser imap --host imap.example.org --user bounces -o bounces.ndjson --move-to Read --apply",
        ],
        ["redact"] = ["bounceparser redact bounce.eml > to-send.eml"],
        ["advice"] = ["bounceparser advice MailboxFull --lang fr", "bounceparser advice UserUnknown/vpopmail-no-mailbox", "bounceparser advice --index", "bounceparser advice --all > advice.md"],
        ["list"] = ["bounceparser rules list | grep MailboxFull"],
        ["test"] = ["bounceparser rules test own.rules '550 mailbox of the moon is full'"],
        ["verify"] = ["bounceparser corpus verify corpus"],
        ["record"] = ["bounceparser corpus record corpus"],
        ["stats"] = ["bounceparser corpus stats corpus"],
        ["schema"] = ["bounceparser schema > report.schema.json"],
    };

    public static IReadOnlyList<string> Of(string command) => ByCommand.GetValueOrDefault(command) ?? [];

    /// <summary>The commands that have examples.</summary>
    public static IReadOnlyCollection<string> Commands => ByCommand.Keys;
}
