using System.Diagnostics;
using System.Globalization;
using BounceParser.Classification;
using BounceParser.Smtp;
using MimeKit;

namespace BounceParser.Benchmarks;

/// <summary>
/// A complete diagnosis against loading the same bytes with MimeKit: in one process, interleaved, medians of rounds,
/// because absolute times move with the machine's neighbours and ratios do not.
/// </summary>
internal static class QuickRun
{
    private const int Rounds = 9;
    private const string Reply = "550 5.1.1 <someone@mail.invalid>: Recipient address rejected: User unknown";

    public static int Run(string folder)
    {
        var mails = Mails(folder);
        if (mails.Count == 0)
        {
            Console.Error.WriteLine($"{folder}: no mail to measure with");
            return 2;
        }

        var subjects = new List<Subject>
        {
            new("MimeMessage.Load", mails.Count, () => { foreach (var mail in mails) Load(mail); }),
            new("Interpret", mails.Count, () => { foreach (var mail in mails) BounceInterpreter.Default.Interpret(mail); }),
            new("a bare reply", 1_000, () => { for (var i = 0; i < 1_000; i++) BounceInterpreter.Default.InterpretText(Reply); }),
            Classification(),
        };
        for (var round = -2; round < Rounds; round++)
            foreach (var subject in subjects) subject.Measure(keep: round >= 0);

        Console.WriteLine($"{mails.Count} mails, {mails.Average(mail => mail.Length).ToString("F0", CultureInfo.InvariantCulture)} bytes on average, median of {Rounds} rounds");
        Console.WriteLine($"{"",-20} {"µs",10} {"bytes",10}");
        foreach (var subject in subjects) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{subject.Name,-20} {subject.Microseconds,10:F2} {subject.Bytes,10:F0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {subjects[1].Microseconds / subjects[0].Microseconds:F2}"));
        return 0;
    }

    internal static List<byte[]> Mails(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(IsMail)];

    private static bool IsMail(byte[] mail)
    {
        try
        {
            Load(mail);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    internal static void Load(byte[] mail)
    {
        using var stream = new MemoryStream(mail, writable: false);
        using var message = MimeMessage.Load(stream, persistent: true);
    }

    private static Subject Classification()
    {
        var classifier = new Classifier(RuleCatalogue.BuiltIn, new BounceParserOptions());
        var input = new ClassificationInput { Text = Reply, Reply = ReplyReader.Find(Reply), Action = DsnAction.Failed };
        return new("classification", 1_000, () => { for (var i = 0; i < 1_000; i++) classifier.Classify(input); });
    }

    private sealed record Subject(string Name, int Operations, Action Work)
    {
        private readonly List<(double Microseconds, double Bytes)> _rounds = [];

        public double Microseconds => Median(_rounds.Select(round => round.Microseconds));

        public double Bytes => Median(_rounds.Select(round => round.Bytes));

        public void Measure(bool keep)
        {
            GC.Collect();
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            Work();
            var time = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            if (keep) _rounds.Add((time / Operations, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / Operations));
        }

        private static double Median(IEnumerable<double> values)
        {
            var sorted = values.Order().ToList();
            return sorted[sorted.Count / 2];
        }
    }
}
