using System.Globalization;
using BounceParser.Fuzz;

namespace BounceParser.Benchmarks;

/// <summary>Searches for inputs of 16 KB and more that take long for their size, by changing mails and keeping what is slowest per byte.</summary>
internal static class WorstRun
{
    private const int LeastBytes = 16 * 1024;
    private const int MostBytes = 64 * 1024;
    private const int Kept = 40;
    private const int Timings = 3;
    private const double MostTimes = 20;

    /// <param name="arguments"><c>[FOLDER] [SECONDS] [OUTPUT]</c>: the mails to begin with, how long to search, and where the slowest inputs go.</param>
    public static int Run(string[] arguments)
    {
        var folder = arguments.ElementAtOrDefault(0) ?? "corpus";
        var seconds = int.Parse(arguments.ElementAtOrDefault(1) ?? "60", CultureInfo.InvariantCulture);
        var mails = Mails.Load(folder).Select(Large).ToList();
        if (mails.Count == 0) return 2;
        foreach (var mail in mails) BounceInterpreter.Default.Interpret(mail);
        var found = mails.Select(mail => (Cost: Cost(mail), Mail: mail)).OrderByDescending(one => one.Cost).ToList();
        var mean = found.Average(one => one.Cost);
        found = found[..Math.Min(Kept, found.Count)];
        var tried = Search(found, mails, TimeSpan.FromSeconds(seconds));
        if (arguments.ElementAtOrDefault(2) is { } output) Write(output, found);
        // A neighbour's burst is no cost of ours: the slowest are timed again.
        var worst = found.Take(10).Max(one => Cost(one.Mail));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tried} inputs tried; mean {mean:F2} µs/KB, worst {worst:F2} µs/KB: {worst / mean:F1} times (at most {MostTimes})"));
        return worst / mean > MostTimes ? 1 : 0;
    }

    private static int Search(List<(double Cost, byte[] Mail)> found, List<byte[]> mails, TimeSpan time)
    {
        var (random, tried, started) = (new Random(1), 0, Environment.TickCount64);
        while (Environment.TickCount64 - started < time.TotalMilliseconds)
        {
            var mail = Mutation.Of(found[random.Next(found.Count)].Mail, mails[random.Next(mails.Count)], random);
            if (mail.Length is < LeastBytes or > MostBytes) continue;
            tried++;
            var cost = Cost(mail);
            if (cost <= found[^1].Cost) continue;
            found[^1] = (cost, mail);
            found.Sort((one, other) => other.Cost.CompareTo(one.Cost));
        }

        return tried;
    }

    // µs of the processor for a kilobyte, the best of some: other processes may run meanwhile.
    private static double Cost(byte[] mail)
    {
        var best = double.PositiveInfinity;
        for (var timing = 0; timing < Timings; timing++)
        {
            var started = Environment.CpuUsage.TotalTime;
            BounceInterpreter.Default.Interpret(mail);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - started).TotalMicroseconds);
        }

        return best / (mail.Length / 1024.0);
    }

    // What follows the header is repeated: all of a larger mail is read, as all of the small one was.
    private static byte[] Large(byte[] mail)
    {
        var body = mail.AsSpan().IndexOf("\n\n"u8) is >= 0 and var end ? mail[(end + 1)..] : mail;
        var large = mail;
        while (large.Length < LeastBytes) large = [.. large, .. body];
        return large;
    }

    private static void Write(string folder, List<(double Cost, byte[] Mail)> found)
    {
        Directory.CreateDirectory(folder);
        foreach (var (place, (_, mail)) in found.Take(10).Index()) File.WriteAllBytes(Path.Combine(folder, $"{place:D2}.eml"), mail);
    }
}
