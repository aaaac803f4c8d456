using System.Diagnostics;
using System.Globalization;
using BounceParser.Classification;
using BounceParser.Diagnosing;
using BounceParser.Dialects;
using BounceParser.Dsn;
using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Recognition;

namespace BounceParser.Benchmarks;

/// <summary>Where the time of one diagnosis goes, stage by stage, over the mails of a folder.</summary>
internal static class StageRun
{
    private const int Rounds = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private static readonly string[] Stages =
        ["guard", "headers", "structure", "parts and shape", "text", "separator", "claims", "dialect", "delivery status", "merge", "diagnoses", "MimeMessage.Load"];

    public static int Run(string folder)
    {
        var mails = Mails.Load(folder);
        if (mails.Count == 0) return 2;
        var options = new BounceParserOptions();
        var reports = new ReportBuilder(new DiagnosisBuilder(new Classifier(RuleCatalogue.BuiltIn, options), options), options);
        var best = new (double Microseconds, double Bytes)[Stages.Length];
        Subject.WarmUp([new Subject("stages", mails.Count, () => Measure())], WarmUp);
        for (var round = 0; round < Rounds; round++) Measure().KeepBest(best, mails.Count);

        var load = best[^1].Microseconds;
        foreach (var (stage, (microseconds, bytes)) in Stages.Zip(best)) Print(stage, microseconds, bytes, load);
        Print("sum without Load", best[..^1].Sum(stage => stage.Microseconds), best[..^1].Sum(stage => stage.Bytes), load);
        return 0;

        Meter Measure()
        {
            var meter = new Meter(Stages.Length);
            foreach (var mail in mails)
            {
                meter.Start();
                Mails.Parse(mail);
                meter.Stop(Stages.Length - 1);
                Read(mail, options, reports, meter);
            }

            return meter;
        }
    }

    private static void Read(byte[] bytes, BounceParserOptions options, ReportBuilder reports, Meter meter)
    {
        meter.Start();
        var guarded = MessageGuard.Check(bytes, options);
        meter.Stop(0);
        var headers = new HeaderBlock(guarded.Bytes, options.MaxHeaders);
        meter.Stop(1);
        MailStructure.Read(guarded, headers, options);
        meter.Stop(2);
        if (BounceMessage.Read(bytes, options) is not { } mail) return;
        meter.Start();
        var shape = new MailRecognizer(mail).Shape;
        meter.Stop(3);
        if (shape is not (MailShape.Report or MailShape.Bounce or MailShape.MaybeBounce)) return;
        using var text = new BounceText { Text = mail.Text, Mail = mail };
        meter.Stop(4);
        _ = text.Report;
        meter.Stop(5);
        DialectRegistry.Claims(text);
        meter.Stop(6);
        var human = DialectRegistry.Read(text);
        meter.Stop(7);
        var report = mail.DeliveryStatus is { } status ? DeliveryStatusReader.Read(status.Span, options) : null;
        meter.Stop(8);
        var evidence = EvidenceMerge.Merge(report, human);
        meter.Stop(9);
        reports.OfMail(evidence, mail);
        meter.Stop(10);
    }

    private static void Print(string stage, double microseconds, double bytes, double load) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-20} {microseconds,8:F2} µs {microseconds / load,6:F3} of Load {bytes,8:F0} bytes"));

    private sealed class Meter(int stages)
    {
        private readonly long[] _ticks = new long[stages];
        private readonly long[] _bytes = new long[stages];
        private long _started, _allocated;

        public void Start() => (_allocated, _started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

        public void Stop(int stage)
        {
            _ticks[stage] += Stopwatch.GetTimestamp() - _started;
            _bytes[stage] += GC.GetAllocatedBytesForCurrentThread() - _allocated;
            Start();
        }

        public void KeepBest((double Microseconds, double Bytes)[] best, int mails)
        {
            for (var stage = 0; stage < best.Length; stage++)
            {
                var microseconds = _ticks[stage] * 1e6 / Stopwatch.Frequency / mails;
                if (best[stage].Microseconds == 0 || microseconds < best[stage].Microseconds) best[stage] = (microseconds, (double)_bytes[stage] / mails);
            }
        }
    }
}
