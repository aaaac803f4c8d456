using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A recipient in the command to the server: <c>&gt;&gt;&gt; RCPT TO:&lt;a@b&gt;</c>, <c>Sent &lt;&lt;&lt; RCPT TO:&lt;a@b&gt;</c>.</summary>
internal static class PlaceInCommand
{
    public static RecipientPlace? Read(in ReportLine line)
    {
        var at = Caseless.IndexOf(line.Words, "RCPT TO:");
        if (at < 0 || AddressLine.First(line.Words[at..]) is not { } address || RefusalWords.HasCode(line.Words)) return null;
        return new RecipientPlace(address, line.Number, "", PlaceStanding.Commanded);
    }
}
