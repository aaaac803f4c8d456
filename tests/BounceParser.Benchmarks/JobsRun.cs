using System.Diagnostics;

namespace BounceParser.Benchmarks;

/// <summary>The same mailbox with one thread and with several, by turns: how many times as fast.</summary>
internal static class JobsRun
{
    private const int Rounds = 5;
    private const double Least = 1.4;
    private const long MailboxBytes = 64L * 1024 * 1024;

    /// <param name="folder">The mails that the mailbox is made of.</param>
    public static async Task<int> RunAsync(string folder)
    {
        var mails = Mails.Load(folder);
        if (mails.Count == 0) return 2;
        var jobs = Math.Max(2, Environment.ProcessorCount);
        await TimeAsync(mails, 1).ConfigureAwait(false);
        await TimeAsync(mails, jobs).ConfigureAwait(false);
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var alone = await TimeAsync(mails, 1).ConfigureAwait(false);
            var together = await TimeAsync(mails, jobs).ConfigureAwait(false);
            ratios.Add(alone / together);
            Console.WriteLine(FormattableString.Invariant($"one job {alone:F2} s, {jobs} jobs {together:F2} s: {alone / together:F2}"));
        }

        ratios.Sort();
        Console.WriteLine(FormattableString.Invariant($"median {ratios[Rounds / 2]:F2} (at least {Least})"));
        return ratios[Rounds / 2] < Least ? 1 : 0;
    }

    private static async Task<double> TimeAsync(IReadOnlyList<byte[]> mails, int jobs)
    {
        using var mailbox = new GeneratedMailbox(mails, MailboxBytes);
        var entries = jobs == 1 ? BounceInterpreter.Default.InterpretMboxAsync(mailbox) : BounceInterpreter.Default.InterpretMboxInParallelAsync(mailbox, jobs);
        var started = Stopwatch.GetTimestamp();
        await foreach (var _ in entries.ConfigureAwait(false))
        {
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
