using System.Text.Json;
using BounceParser.Classification;
using BounceParser.Diagnosing;
using BounceParser.Dialects;
using BounceParser.Mime;
using BounceParser.Tests.Support;
using Xunit.Abstractions;

namespace BounceParser.Tests.Dialects;

/// <summary>What is left of the samples when their own dialect is switched off: how the bounces of a program are read that nobody has met.</summary>
public sealed class LeaveOutTests(ITestOutputHelper output)
{
    private static readonly BounceParserOptions Options = new();
    private static readonly ReportBuilder Reports = new(new DiagnosisBuilder(new Classifier(RuleCatalogue.BuiltIn, Options), Options), Options);

    [Fact]
    public void Recipients_and_reasons_survive_without_the_dialect() => Survive(hasStatus: false).Should().Match<(double Recipients, double Reasons)>(share => share.Recipients >= 0.85 && share.Reasons >= 0.85);

    [Fact]
    public void They_survive_without_dialect_and_delivery_status_too() => Survive(hasStatus: true).Should().Match<(double Recipients, double Reasons)>(share => share.Recipients >= 0.85 && share.Reasons >= 0.75);

    private (double Recipients, double Reasons) Survive(bool hasStatus)
    {
        int wanted = 0, recipients = 0, reasons = 0;
        foreach (var path in Directory.EnumerateFiles(Repository.Corpus, "*.eml", SearchOption.AllDirectories).Order())
        {
            if (BounceMessage.Read(File.ReadAllBytes(path), Options) is not { } mail || mail.DeliveryStatus is not null != hasStatus) continue;
            foreach (var expected in Expected(Path.ChangeExtension(path, ".expected.json")))
            {
                var text = new BounceText { Text = mail.Text, Mail = mail };
                var evidence = DialectRegistry.Read(text, WithoutTheFirst(DialectRegistry.Claims(text)));
                var got = evidence is null ? [] : Reports.OfMail(evidence, mail).Diagnoses;
                var found = got.FirstOrDefault(diagnosis => Is(expected.Recipient, diagnosis.FinalRecipient) || Is(expected.Recipient, diagnosis.OriginalRecipient));
                wanted++;
                if (found is not null) recipients++;
                if (found?.Reason == expected.Reason) reasons++;
                else output.WriteLine($"{Path.GetRelativePath(Repository.Corpus, path)}: {expected.Recipient} {expected.Reason}, got {string.Join(", ", got.Select(diagnosis => $"{diagnosis.FinalRecipient} {diagnosis.Reason}"))}");
            }
        }

        output.WriteLine($"{(hasStatus ? "with" : "without")} a delivery status: recipients {recipients} of {wanted}, reasons {reasons} of {wanted}");
        return wanted == 0 ? (1, 1) : ((double)recipients / wanted, (double)reasons / wanted);
    }

    // Nor those that refine it.
    private static Claim[] WithoutTheFirst(Claim[] claims) => [.. claims.Where(claim => claim.Dialect != claims[0].Dialect && claim.Dialect.Base != claims[0].Dialect.Name)];

    private static bool Is(string expected, string? address) => expected.Equals(address, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Recipient, BounceReason Reason)> Expected(string path)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(path));
        if (expected.RootElement.GetProperty("kind").GetString() is not ("failure" or "delay")) yield break;
        foreach (var diagnosis in expected.RootElement.GetProperty("diagnoses").EnumerateArray())
            if (diagnosis.TryGetProperty("recipient", out var recipient) && recipient.GetString() is { } address && diagnosis.TryGetProperty("reason", out var reason))
                yield return (address, Enum.Parse<BounceReason>(reason.GetString()!));
    }
}
