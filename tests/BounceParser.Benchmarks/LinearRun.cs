using System.Globalization;
using System.Text;

namespace BounceParser.Benchmarks;

/// <summary>How time grows with what an input is made of: 1, 10 and 100 times of it, and the exponent from the first to the last; 1 is linear.</summary>
internal static class LinearRun
{
    private const double Most = 1.1;
    private const int Rounds = 5;
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(100);

    private static readonly (string Name, Func<int, string> Make)[] Inputs =
    [
        ("bytes of a message", times => GrowingMail.Report(GrowingMail.Group(0), GrowingMail.Prose(80 * times))),
        ("bytes of a diagnostic", times => GrowingMail.Report(GrowingMail.Group(0, GrowingMail.Prose(20 * times).Replace("\n", "\n ", StringComparison.Ordinal)), "")),
        ("recipients of a report", times => GrowingMail.Report(GrowingMail.Groups(40 * times), "")),
        ("recipients of a text", times => GrowingMail.Bounce(GrowingMail.Postfix(40 * times))),
        ("recipients of a text and its report", times => GrowingMail.Report(GrowingMail.Groups(40 * times), GrowingMail.Postfix(40 * times))),
        ("recipients of a qmail text", times => GrowingMail.Bounce(GrowingMail.Qmail(40 * times))),
        ("recipients of a sendmail transcript", times => GrowingMail.Bounce(GrowingMail.Sendmail(40 * times))),
        ("recipients of a text of no dialect", times => GrowingMail.Bounce(GrowingMail.Unknown(40 * times))),
        ("diagnostics of one recipient", times => GrowingMail.Report(GrowingMail.Group(0) + GrowingMail.Each(40 * times, index => $"Diagnostic-Code: smtp; 550 5.1.1 line {index}\n"), "")),
    ];

    public static int Run()
    {
        Console.WriteLine($"{"",-40} {"1x, µs",12} {"10x",12} {"100x",12} {"exponent",12}");
        var worst = 0d;
        foreach (var (name, make) in Inputs)
        {
            var mails = new[] { 1, 10, 100 }.Select(times => Encoding.Latin1.GetBytes(make(times))).ToList();
            worst = Math.Max(worst, Print(name, [.. mails.Select(mail => Microseconds(() => BounceInterpreter.Default.Interpret(mail)))]));
        }

        var one = Encoding.Latin1.GetBytes(GrowingMail.Report(GrowingMail.Group(0), ""));
        var mailbox = new List<double>();
        foreach (var times in new[] { 100, 1_000, 10_000 })
        {
            using var stream = new GeneratedMailbox([one], (long)times * one.Length);
            mailbox.Add(Microseconds(() => Count(stream)));
        }

        worst = Math.Max(worst, Print("messages of a mailbox", mailbox));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest exponent {worst:F2} (at most {Most})"));
        return worst > Most ? 1 : 0;
    }

    private static void Count(GeneratedMailbox stream)
    {
        stream.Position = 0;
        // The stream answers at once: nothing is waited for.
        foreach (var _ in BounceInterpreter.Default.InterpretMboxAsync(stream).ToBlockingEnumerable())
        {
        }
    }

    // The best of some rounds, each long enough to be timed.
    private static double Microseconds(Action work)
    {
        work();
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var (started, calls) = (Environment.CpuUsage.TotalTime, 0);
            TimeSpan taken;
            do
            {
                work();
                calls++;
                taken = Environment.CpuUsage.TotalTime - started;
            }
            while (taken < Enough);
            best = Math.Min(best, taken.TotalMicroseconds / calls);
        }

        return best;
    }

    private static double Print(string name, IReadOnlyList<double> times)
    {
        var exponent = Math.Log10(times[2] / times[0]) / 2;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {times[0],12:F1} {times[1],12:F1} {times[2],12:F1} {exponent,12:F2}"));
        return exponent;
    }
}
