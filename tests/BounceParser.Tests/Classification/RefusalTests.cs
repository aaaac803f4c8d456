using BounceParser.Tests.Support;

namespace BounceParser.Tests.Classification;

/// <summary>What real servers say, by the lists under <c>Data/</c>: each text keeps its reason, and none becomes a dead address that was not.</summary>
public sealed class RefusalTests
{
    private const string Recipient = "someone@example.net";

    [Fact]
    public void Refusals_of_real_servers_are_understood()
    {
        var wrong = new List<string>();
        foreach (var (line, cells) in TestTable.Rows("refusals.tsv"))
        {
            var diagnosis = Diagnosis(cells[0], cells[1]);
            var dead = diagnosis?.Recommendation == Recommendation.SuppressRecipient ? "yes" : "no";
            if (diagnosis?.Reason.ToString() != cells[2] || dead != cells[3])
                wrong.Add($"refusals.tsv({line}): {diagnosis?.Reason}, suppress {dead}, by {diagnosis?.DecidingRule?.File}({diagnosis?.DecidingRule?.Line}); expected {cells[2]}, {cells[3]}: {cells[0]}");
        }

        string.Join("\n", wrong).Should().BeEmpty();
    }

    [Fact]
    public void Refusals_of_providers_mean_what_the_provider_means()
    {
        var wrong = new List<string>();
        foreach (var (line, cells) in TestTable.Rows("provider-refusals.tsv"))
        {
            var diagnosis = Diagnosis(cells[1], cells[0]);
            var got = diagnosis is null ? "nothing" : diagnosis.Reason + (diagnosis.Situation is null ? "" : "/" + diagnosis.Situation);
            if (got != cells[2] && got.Split('/')[0] != cells[2])
                wrong.Add($"provider-refusals.tsv({line}): {got} by {diagnosis?.DecidingRule?.File}({diagnosis?.DecidingRule?.Line}); expected {cells[2]}: {cells[1]}");
        }

        string.Join("\n", wrong).Should().BeEmpty();
    }

    [Fact]
    public void Words_of_the_qmail_family_are_understood()
    {
        var wrong = new List<string>();
        foreach (var (line, cells) in TestTable.Rows("qmail-words.tsv"))
        {
            var text = cells[2].Length == 0 || cells[1].Contains(cells[2], StringComparison.Ordinal) ? cells[1] : $"{cells[1]} (#{cells[2]})";
            var reason = BounceInterpreter.Default.InterpretText(text).Diagnoses.Select(diagnosis => diagnosis.Reason).FirstOrDefault();
            if (reason.ToString() != cells[3]) wrong.Add($"qmail-words.tsv({line}): {reason}, expected {cells[3]}: {text}");
        }

        string.Join("\n", wrong).Should().BeEmpty();
    }

    // As Postfix tells of it.
    private static Diagnosis? Diagnosis(string text, string host)
    {
        var said = char.IsAsciiDigit(text[0]) || host.Length > 0;
        var report = BounceInterpreter.Default.InterpretText(said
            ? $"<{Recipient}>: host {(host.Length > 0 ? host : "mx.example.net")}[192.0.2.9] said: {text} (in reply to RCPT TO command)"
            : $"<{Recipient}>: {text}");
        return report.Diagnoses.Count == 0 ? null : report.Diagnoses[0];
    }
}
