using System.Diagnostics;

namespace BounceParser.Benchmarks;

/// <summary>What the process holds while it streams a mailbox of 2 GB, and while it reads a message of 200 MB: over what it held before.</summary>
internal static class MemoryRun
{
    private const long Megabyte = 1024 * 1024;
    private const long Most = 64 * Megabyte;
    private const long MailboxBytes = 2048 * Megabyte;
    private const long MessageBytes = 200 * Megabyte;
    private const int WarmUpMegabytes = 64;

    /// <param name="folder">The mails that the mailbox is made of.</param>
    public static async Task<int> RunAsync(string folder)
    {
        var mails = Mails.Load(folder);
        if (mails.Count == 0) return 2;
        var jobs = Environment.ProcessorCount;
        await StreamAsync(mails, WarmUpMegabytes * Megabyte, jobs).ConfigureAwait(false);
        GC.Collect(2, GCCollectionMode.Aggressive);
        var baseline = Held();
        var (mailbox, messages) = await StreamAsync(mails, MailboxBytes, jobs).ConfigureAwait(false);
        Print($"mailbox of {MailboxBytes / Megabyte} MB, {messages} messages, {jobs} jobs", mailbox - baseline, baseline);
        GC.Collect(2, GCCollectionMode.Aggressive);
        var before = Held();
        var message = await MessageAsync(mails[0]).ConfigureAwait(false);
        Print($"message of {MessageBytes / Megabyte} MB", message - before, before);
        return Math.Max(mailbox - baseline, message - before) > Most ? 1 : 0;
    }

    private static async Task<(long Peak, int Messages)> StreamAsync(IReadOnlyList<byte[]> mails, long length, int jobs)
    {
        using var mailbox = new GeneratedMailbox(mails, length);
        var (peak, messages) = (0L, 0);
        await foreach (var _ in BounceInterpreter.Default.InterpretMboxInParallelAsync(mailbox, jobs).ConfigureAwait(false))
            if (messages++ % 1_000 == 0) peak = Math.Max(peak, Held());
        return (Math.Max(peak, Held()), messages);
    }

    private static async Task<long> MessageAsync(byte[] mail)
    {
        using var message = new GeneratedMailbox([mail], MessageBytes);
        var report = await BounceInterpreter.Default.InterpretAsync(message).ConfigureAwait(false);
        if (!report.IsTruncated) throw new InvalidOperationException("200 MB are over the limit");
        return Held();
    }

    // What the system gave to the process, garbage included.
    private static long Held()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static void Print(string what, long over, long baseline) =>
        Console.WriteLine(FormattableString.Invariant($"{what}: {over / Megabyte} MB over the baseline of {baseline / Megabyte} MB (at most {Most / Megabyte})"));
}
