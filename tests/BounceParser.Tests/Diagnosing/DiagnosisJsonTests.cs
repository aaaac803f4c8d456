using System.Text.Json;
using System.Text.Json.Serialization;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Diagnosing;

[JsonSerializable(typeof(Diagnosis))]
internal sealed partial class DiagnosisJsonContext : JsonSerializerContext;

/// <summary>A diagnosis is data: it goes through JSON and comes back.</summary>
public sealed class DiagnosisJsonTests
{
    [Theory]
    [InlineData("550 5.1.1 <paul@dest.example>: User unknown")]
    [InlineData("552 5.3.4 Message size 20971520 exceeds fixed limit 10485760")]
    [InlineData("554 5.7.1 Client host [192.0.2.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/ try again in 5 minutes")]
    public void Comes_back_as_it_was(string text)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(text).Diagnoses[0] with { LastAttempt = DateTimeOffset.UnixEpoch, ReportedStatus = new EnhancedStatusCode(5, 0, 0) };
        var json = JsonSerializer.Serialize(diagnosis, DiagnosisJsonContext.Default.Diagnosis);

        JsonSerializer.Deserialize(json, DiagnosisJsonContext.Default.Diagnosis).Should().BeEquivalentTo(diagnosis, options => options.ComparingByMembers<Diagnosis>());
    }

    [Fact]
    public void Fully_filled_comes_back_as_it_was()
    {
        var diagnosis = Mail.Report(Mail.Failed("paul@dest.example", "551 5.1.6 User has moved to paul@new.example, after 3 attempts", "Original-Recipient: rfc822; p@dest.example\n")).Interpret().Diagnoses[0];
        var json = JsonSerializer.Serialize(diagnosis, DiagnosisJsonContext.Default.Diagnosis);

        JsonSerializer.Deserialize(json, DiagnosisJsonContext.Default.Diagnosis).Should().BeEquivalentTo(diagnosis);
    }
}
