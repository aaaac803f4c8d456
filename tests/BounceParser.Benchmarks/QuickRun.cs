using System.Globalization;
using BounceParser.Classification;

namespace BounceParser.Benchmarks;

/// <summary>
/// A complete diagnosis against loading the same bytes with MimeKit, and the costs of a bare reply and of classification:
/// in one process, interleaved, medians of rounds, because absolute times move with the machine's neighbours and ratios do not.
/// </summary>
internal static class QuickRun
{
    private const int Rounds = 9;
    private const int Calls = 2_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <param name="arguments"><c>[FOLDER] [--max N]</c>: the folder with the mails, and the ratio above which the exit code is 1.</param>
    public static int Run(string[] arguments)
    {
        var limit = arguments.AsSpan().IndexOf("--max");
        var most = limit < 0 ? double.PositiveInfinity : limit + 1 < arguments.Length ? Number(arguments[limit + 1]) : double.NaN;
        var folder = arguments.Where((_, place) => limit < 0 || (place != limit && place != limit + 1)).FirstOrDefault("corpus");
        if (double.IsNaN(most)) return Fail("--max wants a number, as in --max 3.0");
        var mails = Mails.Load(folder);
        return mails.Count == 0 ? Fail($"{folder}: no mail to measure with") : Measure(mails, most);
    }

    private static int Measure(IReadOnlyList<byte[]> mails, double most)
    {
        var loading = new Subject("MimeMessage.Load", mails.Count, () => { foreach (var mail in mails) Mails.Parse(mail); });
        var diagnosing = new Subject("Interpret", mails.Count, () => { foreach (var mail in mails) BounceInterpreter.Default.Interpret(mail); });
        Subject[] subjects = [loading, diagnosing, .. Replies()];
        Subject.WarmUp(subjects, WarmUp);
        for (var round = 0; round < Rounds; round++)
            foreach (var subject in subjects) subject.Measure();

        Print($"{mails.Count} mails, {mails.Average(mail => mail.Length):F0} bytes on average, median of {Rounds} rounds");
        Print($"{"",-34} {"µs",9} {"bytes",9}");
        foreach (var subject in subjects) Print($"{subject.Name,-34} {subject.Microseconds,9:F2} {subject.Bytes,9:F0}");
        Print($"{"tables of the catalogue, KB",-34} {RuleCatalogue.BuiltIn.Index.Conditions.Bytes / 1024.0,9:F0}");
        var ratio = diagnosing.Microseconds / loading.Microseconds;
        Print($"ratio {ratio:F2}");
        return ratio > most ? 1 : 0;
    }

    private static IEnumerable<Subject> Replies()
    {
        var usual = new Classifier(RuleCatalogue.BuiltIn, new BounceParserOptions());
        var large = new Classifier(LargeCatalogue.Load(), new BounceParserOptions());
        yield return Subject.Repeated("a bare reply", Calls, () => BounceInterpreter.Default.InterpretText(SampleReplies.Bare));
        yield return Subject.Repeated("classification, 100 characters", Calls, () => usual.Classify(SampleReplies.Refusal));
        yield return Subject.Repeated("the same, three times the rules", Calls, () => large.Classify(SampleReplies.Refusal));
        yield return Subject.Repeated("classification, a bare reply", Calls, () => usual.Classify(SampleReplies.BareRefusal));
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static int Fail(string problem)
    {
        Console.Error.WriteLine(problem);
        return 2;
    }
}
