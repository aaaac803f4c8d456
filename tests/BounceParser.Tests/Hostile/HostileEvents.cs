using static BounceParser.Tests.Hostile.HostileText;

namespace BounceParser.Tests.Hostile;

/// <summary>JSON that looks like the events of a service.</summary>
internal static class HostileEvents
{
    private const string Bounce = "{\"event\":\"bounce\",\"email_id\":\"1\",\"rcpt\":\"a@dest.example\",\"message\":\"550 5.1.1 User unknown\"";

    public static IEnumerable<HostileInput> All { get; } = new HostileInput[]
    {
        new("objects in objects", times => Repeat("{\"data\":", times), 2_000_000),
        new("arrays in arrays", times => Repeat("[", times), 5_000_000),
        new("arrays of events in arrays of events", times => Repeat("{\"items\":[" + Bounce + "},", times), 100_000),
        new("a million events", times => "[" + Each(times, i => Bounce + "},") + Bounce + "}]", 150_000) { Recipient = Victim },
        new("a million recipients of one event", times => "{\"event\":\"failed\",\"email_id\":\"1\",\"message\":\"550 5.1.1 User unknown\",\"recipients\":[" + Each(times, i => $"\"u{i}@dest.example\",") + "\"a@dest.example\"]}", 700_000),
        new("recipients who share long words", times => "{\"event\":\"failed\",\"email_id\":\"1\",\"message\":\"550 " + Repeat("mailbox \\n user unknown ", times) + "\",\"recipients\":[" + Each(10_000, i => $"\"u{i}@dest.example\",") + "\"a@dest.example\"]}", 500_000),
        new("recipients for each of many events", times => "{\"event\":\"failed\",\"email_id\":\"1\",\"recipients\":[" + Each(times, i => $"\"u{i}@dest.example\",") + "\"a@dest.example\"],\"items\":[" + Repeat("{\"message\":\"550 5.1.1 User unknown\"},", times) + "{}]}", 200_000),
        new("the same member a million times", times => Bounce + Repeat(",\"event\":\"open\"", times) + "}", 900_000),
        new("members that nobody knows", times => Bounce + Each(times, i => $",\"k{i}\":{i}") + "}", 700_000) { Recipient = Victim },
        new("JSON in the strings of JSON", times => "{\"Message\":" + Each(times, i => "\"{\\\"a\\\":1}\",\"Message\":") + "1}", 400_000),
        new("half characters", times => Bounce + ",\"reason\":\"" + Repeat("\\ud83d", times) + "\"}", 2_000_000) { Recipient = Victim },
        new("a long number", times => Bounce + ",\"code\":" + Repeat("9", times) + "}", 10_000_000) { Recipient = Victim },
        new("a long name", times => Bounce + ",\"" + Repeat("event", times) + "\":1}", 2_000_000) { Recipient = Victim },
        new("values one after the other", times => Repeat("{}", times), 5_000_000),
        new("white space before JSON", times => Repeat(" ", times) + Bounce + "}", 10_000_000) { Recipient = Victim },
        new("JSON that never ends", times => Bounce + ",\"subject\":\"" + Repeat("x", times), 14_000_000),
        new("JSON longer than is read", times => Bounce + ",\"subject\":\"" + Repeat("x", times) + "\"}", 40_000_000) { Megabytes = 1_200 },
    }.Select(input => input with { Reading = Reading.Log });
}
