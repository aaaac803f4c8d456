using System.Text;
using BounceParser.Dsn;

namespace BounceParser.Tests.Dsn;

public sealed class FieldNamesTests
{
    private static readonly Dictionary<string, FieldName> Names = new()
    {
        ["Reporting-MTA"] = FieldName.ReportingMta,
        ["Arrival-Date"] = FieldName.ArrivalDate,
        ["Original-Envelope-Id"] = FieldName.OriginalEnvelopeId,
        ["Final-Recipient"] = FieldName.FinalRecipient,
        ["Original-Recipient"] = FieldName.OriginalRecipient,
        ["X-Actual-Recipient"] = FieldName.ActualRecipient,
        ["Action"] = FieldName.Action,
        ["Status"] = FieldName.Status,
        ["Remote-MTA"] = FieldName.RemoteMta,
        ["Diagnostic-Code"] = FieldName.DiagnosticCode,
        ["Last-Attempt-Date"] = FieldName.LastAttemptDate,
        ["Will-Retry-Until"] = FieldName.WillRetryUntil,
        ["Feedback-Type"] = FieldName.FeedbackType,
        ["Source-IP"] = FieldName.SourceIp,
        ["Original-Mail-From"] = FieldName.OriginalMailFrom,
        ["Original-Rcpt-To"] = FieldName.OriginalRcptTo,
        ["Removal-Recipient"] = FieldName.RemovalRecipient,
        ["User-Agent"] = FieldName.UserAgent,
        ["X-Postfix-Queue-ID"] = FieldName.Extension,
        ["Final-Log-Id"] = FieldName.Other,
    };

    [Fact]
    public void Every_name_is_known_in_any_case()
    {
        foreach (var (written, name) in Names)
        {
            FieldNames.Of(Encoding.ASCII.GetBytes(written)).Should().Be(name);
            FieldNames.Of(Encoding.ASCII.GetBytes(written.ToUpperInvariant())).Should().Be(name);
        }

        Names.Values.Should().BeEquivalentTo(Enum.GetValues<FieldName>(), "no name is left out");
    }

    [Theory]
    [InlineData("Actixn")]
    [InlineData("A")]
    public void What_only_resembles_a_name_is_another(string written) => FieldNames.Of(Encoding.ASCII.GetBytes(written)).Should().Be(FieldName.Other);
}
