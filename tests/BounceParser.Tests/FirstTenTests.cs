using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>The texts that started the project, bare, inside a whole message of the program that writes them, and cut out of it.</summary>
public sealed class FirstTenTests
{
    public static TheoryData<FirstTenCase> Cases => [.. FirstTenCase.All];

    public static TheoryData<FirstTenCase> Dialogs => [.. FirstTenCase.All.Where(one => one.IsDialog)];

    [Theory, MemberData(nameof(Cases))]
    public void Bare(FirstTenCase one) => Check(one, BounceInterpreter.Default.InterpretText(one.Text));

    [Theory, MemberData(nameof(Cases))]
    public void Fragment_with_its_neighbours_cut_off(FirstTenCase one) => Check(one, BounceInterpreter.Default.InterpretText(one.Fragment));

    [Theory, MemberData(nameof(Cases))]
    public void Inside_a_whole_message(FirstTenCase one)
    {
        var report = BounceInterpreter.Default.Interpret(one.Message());
        if (one.IsDialog)
        {
            report.Kind.Should().Be(BounceKind.NotABounce, "a dialog of a mail program is never the text of a bounce");
            report.Diagnoses.Should().BeEmpty();
            return;
        }

        Check(one, report);
        report.Diagnoses[0].FinalRecipient.Should().Be(FirstTenCase.Recipient);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Advice_says_what_helps_in_both_languages(FirstTenCase one)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(one.Text).Diagnoses[0];
        foreach (var (culture, words) in new[] { ("fr", one.FrenchWords), ("en", one.EnglishWords) })
        {
            var advice = AdviceText.Of(AdviceBook.Default.For(diagnosis, culture));
            foreach (var word in words) advice.Should().ContainEquivalentOf(word, $"{culture} advice for {one}");
        }
    }

    private static void Check(FirstTenCase one, BounceReport report)
    {
        report.Diagnoses.Should().ContainSingle();
        var diagnosis = report.Diagnoses[0];
        diagnosis.Reason.Should().Be(one.Reason, diagnosis.DiagnosticText);
        diagnosis.Situation.Should().Be(one.Situation, diagnosis.DiagnosticText);
        diagnosis.Permanence.Should().Be(one.Permanence, diagnosis.DiagnosticText);
        diagnosis.Recommendation.Should().BeOneOf([one.Recommendation, one.RecommendationUnnamed], diagnosis.DiagnosticText);
        if (diagnosis.FinalRecipient is not null) diagnosis.Recommendation.Should().Be(one.Recommendation);
    }
}
