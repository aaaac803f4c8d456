using BenchmarkDotNet.Attributes;
using BounceParser.Classification;

namespace BounceParser.Benchmarks;

/// <summary>BenchmarkDotNet's view of the usual calls.</summary>
[MemoryDiagnoser]
public class InterpretBenchmarks
{
    private readonly Classifier _usual = new(RuleCatalogue.BuiltIn, new BounceParserOptions());
    private readonly Classifier _large = new(LargeCatalogue.Load(), new BounceParserOptions());

    /// <summary>A bare SMTP reply, text to diagnosis.</summary>
    [Benchmark]
    public BounceReport BareReply() => BounceInterpreter.Default.InterpretText(SampleReplies.Bare);

    /// <summary>100 characters against the whole catalogue.</summary>
    [Benchmark]
    public BounceReason Classification() => _usual.Classify(SampleReplies.Refusal).Reason;

    /// <summary>The same with three times the rules.</summary>
    [Benchmark]
    public BounceReason ClassificationByThreeTimesTheRules() => _large.Classify(SampleReplies.Refusal).Reason;

    /// <summary>The advice for a reason, in French.</summary>
    [Benchmark]
    public Advice AdviceInFrench() => AdviceBook.Default.For(BounceReason.UserUnknown, null, "fr");
}
