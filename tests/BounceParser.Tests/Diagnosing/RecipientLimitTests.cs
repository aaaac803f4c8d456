using System.Text;
using BounceParser.Tests.Hostile;

namespace BounceParser.Tests.Diagnosing;

/// <summary><see cref="BounceParserOptions.MaxRecipients"/> holds for whatever names recipients, and the report tells that more were named.</summary>
public sealed class RecipientLimitTests
{
    private const string Headers = "From: Mail Delivery System <MAILER-DAEMON@mx.origin.example>\nTo: ann@origin.example\nSubject: Mail delivery failed\nReturn-Path: <>\n";
    private const string Exim = "\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to all of its recipients.\n";
    private const string Sendmail = "Nov 24 03:57:01 mx sendmail[56]: 6AO3v19B000054: to={0}, delay=00:00:00, mailer=esmtp, relay=mx.dest.example. [192.0.2.1], dsn=5.1.1, reply=550 5.1.1 gone, stat=User unknown";

    private static readonly Dictionary<string, Func<BounceInterpreter, int, BounceReport>> Sources = new()
    {
        ["text"] = (reader, count) => reader.InterpretText("Hi. This is the qmail-send program at mx.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n" + Each(count, "<{0}>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 gone\n\n")),
        ["text of an unknown program"] = (reader, count) => reader.InterpretText("Your message could not be delivered to the following recipients:\n\n" + Each(count, "{0}\n")),
        ["delivery status"] = (reader, count) => Mail(reader, HostileText.Report(Each(count, "Final-Recipient: rfc822; {0}\nAction: failed\nStatus: 5.1.1\n\n"))),
        ["header"] = (reader, count) => Mail(reader, Headers + "X-Failed-Recipients: " + Listed(count, ",\n ") + "\n\nYour message could not be delivered.\n"),
        ["header of Exim"] = (reader, count) => Mail(reader, Headers + "X-Failed-Recipients: " + Listed(count, ",\n ") + "\n" + Exim),
        ["headers of Exim"] = (reader, count) => Mail(reader, Headers + Each(count, "X-Failed-Recipients: {0}\n") + Exim),
        ["line of a log"] = (reader, count) => reader.InterpretLog([Sendmail.Replace("{0}", Listed(count, ","), StringComparison.Ordinal)]).Single(),
        ["lines of a log"] = (reader, count) => reader.InterpretText(Each(count, Sendmail + "\n")),
        ["queue"] = (reader, count) => reader.InterpretText("4dqbk21WfPz3Q*   48211 Mon Jan 12 11:02:55  ann@origin.example\n(connect to mx.dest.example[192.0.2.1]:25: Connection refused)\n" + Each(count, "        {0}\n")),
        ["event"] = (reader, count) => reader.InterpretText("{\"event\":\"failed\",\"email_id\":\"1\",\"message\":\"550 5.1.1 gone\",\"rcpt\":[\"" + Listed(count, "\",\"") + "\"]}"),
        ["events"] = (reader, count) => reader.InterpretText(Each(count, "{{\"event\":\"bounce\",\"email_id\":\"1\",\"rcpt\":\"{0}\"}}\n")),
    };

    public static TheoryData<string> Names => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_more_recipients_than_the_limit_are_diagnosed(string source)
    {
        Figures(Read(source, 5, limit: 2)).Should().Be((2, true));
        Figures(Read(source, 5, limit: 4)).Should().Be((4, true));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void As_many_recipients_as_the_limit_allows_are_all(string source)
    {
        Figures(Read(source, 5, limit: 5)).Should().Be((5, false));
        Figures(Read(source, 5, limit: int.MaxValue)).Should().Be((5, false));
    }

    [Theory]
    [InlineData("text of an unknown program")]
    [InlineData("delivery status")]
    [InlineData("queue")]
    [InlineData("event")]
    [InlineData("events")]
    public void Ten_thousand_recipients_are_diagnosed_and_the_report_tells_of_more(string source)
    {
        Figures(Read(source, 10_000, limit: 10_000)).Should().Be((10_000, false));
        Figures(Read(source, 10_050, limit: 10_000)).Should().Be((10_000, true));
    }

    [Theory]
    [InlineData("header")]
    [InlineData("header of Exim")]
    [InlineData("line of a log")]
    public void A_line_of_1500_recipients_names_them_all(string source) => Figures(Read(source, 1_500, limit: 10_000)).Should().Be((1_500, false));

    [Fact]
    public void What_the_limit_leaves_out_ends_no_address()
    {
        // Two share one answer that came after DATA: whom of them it is about, nobody knows, though one alone is diagnosed.
        var report = HostileText.Report(Each(2, "Final-Recipient: rfc822; {0}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; host mx.dest.example said: 550 5.1.1 User unknown (in reply to end of DATA command)\n\n"));
        Mail(new BounceInterpreter(new BounceParserOptions { MaxRecipients = 1 }), report).Diagnoses.Should().ContainSingle()
            .Which.Recommendation.Should().Be(Mail(BounceInterpreter.Default, report).Diagnoses[0].Recommendation).And.NotBe(Recommendation.SuppressRecipient);
    }

    [Fact]
    public void One_answer_for_several_of_an_event_stays_that_of_several() =>
        Sources["event"](new BounceInterpreter(new BounceParserOptions { MaxRecipients = 1 }), 3).Diagnoses.Should().ContainSingle().Which.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);

    private static BounceReport Read(string source, int count, int limit) => Sources[source](new BounceInterpreter(new BounceParserOptions { MaxRecipients = limit, MaxTextBytes = 4 * 1024 * 1024 }), count);

    private static (int, bool) Figures(BounceReport report) => (report.Diagnoses.Count, report.IsTruncated);

    private static BounceReport Mail(BounceInterpreter reader, string mail) => reader.Interpret(Encoding.ASCII.GetBytes(mail));

    private static string Listed(int count, string between) => string.Join(between, Enumerable.Range(0, count).Select(number => $"u{number}@dest.example"));

    private static string Each(int count, string words) => string.Concat(Enumerable.Range(0, count).Select(number => string.Format(null, words, $"u{number}@dest.example")));
}
