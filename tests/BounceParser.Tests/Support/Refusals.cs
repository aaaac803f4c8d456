using CsCheck;

namespace BounceParser.Tests.Support;

/// <summary>Refusals of the list under <c>Data/</c>, and words that take the blame off an address, for properties that hold whatever was said.</summary>
internal static class Refusals
{
    /// <summary>The recipient that the list writes of.</summary>
    public const string Recipient = "someone@example.net";

    private static readonly (string Text, string Host, string Suppress)[] All = [.. TestTable.Rows("refusals.tsv").Select(row => (row.Cells[0], row.Cells[1], row.Cells[3]))];

    /// <summary>Refusals that each kill the address when they stand alone; none with Postfix's closing words, behind which no server speaks.</summary>
    public static readonly Gen<ServerAnswer> Dead = Of([.. All.Where(one => one.Suppress == "yes" && char.IsAsciiDigit(one.Text[0]) && !one.Text.EndsWith("command)", StringComparison.Ordinal))]);

    /// <summary>Refusals of every kind.</summary>
    public static readonly Gen<ServerAnswer> Any = Of(All);

    /// <summary>Quota, temporariness, sender, policy, reputation: beside one of these no address is dead.</summary>
    public static readonly Gen<string> Excuse = Choice.Of(
        "mailbox is full", "over quota", "quota exceeded", "the mailbox has exceeded its storage limit", "boîte aux lettres pleine", "das Postfach ist voll", "el buzón está lleno",
        "try again later", "please retry in 5 minutes", "temporarily unavailable", "temporary failure", "greylisted", "réessayez plus tard", "vorübergehend nicht verfügbar", "inténtelo más tarde",
        "sender rejected", "sender address is not allowed", "your sender domain is not accepted", "sender verify failed", "the sender is blocked", "envelope sender refused",
        "rejected by policy", "local policy violation", "message refused for policy reasons", "blocked by security policy", "access denied by policy", "rejected per DMARC policy",
        "poor reputation", "your IP is blocked", "listed at zen.spamhaus.org", "blacklisted", "low reputation of the sending domain", "your server has a bad reputation", "spam detected");

    /// <summary>The text with the words put before or behind it.</summary>
    public static Gen<string> Beside(this Gen<string> words, string text) =>
        from word in words
        from glue in Choice.Of(". ", ", ", "; ", " - ", " / ", ": ", " ")
        from behind in Gen.Bool
        select behind ? text.TrimEnd('.', ' ') + glue + word : Inserted(text, word + glue);

    // Codes stand at the head of a reply.
    private static string Inserted(string text, string words)
    {
        var at = 0;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ' ' or '-')) at++;
        return text[..at] + words + text[at..];
    }

    private static Gen<ServerAnswer> Of((string Text, string Host, string Suppress)[] rows) => Choice.Of(rows).Select(row => new ServerAnswer(row.Text, row.Host.Length == 0 ? "mx.example.net" : row.Host));
}

/// <summary>What a server said, and which.</summary>
internal sealed record ServerAnswer(string Text, string Host)
{
    /// <summary>The fields of a report about it.</summary>
    public string Fields(string action = "failed", string status = "5.0.0", string more = "", string recipient = Refusals.Recipient) =>
        $"Final-Recipient: rfc822; {recipient}\n{more}Action: {action}\nStatus: {status}\nRemote-MTA: dns; {Host}\nDiagnostic-Code: smtp; {Text}\n";
}
