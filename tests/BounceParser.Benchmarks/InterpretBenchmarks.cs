using BenchmarkDotNet.Attributes;

namespace BounceParser.Benchmarks;

/// <summary>BenchmarkDotNet's view of the usual calls.</summary>
[MemoryDiagnoser]
public class InterpretBenchmarks
{
    private const string Reply = "550 5.1.1 <someone@mail.invalid>: Recipient address rejected: User unknown";

    /// <summary>A bare SMTP reply, text to diagnosis.</summary>
    [Benchmark]
    public BounceReport BareReply() => BounceInterpreter.Default.InterpretText(Reply);

    /// <summary>The advice for it, in French.</summary>
    [Benchmark]
    public Advice AdviceInFrench() => AdviceBook.Default.For(BounceReason.UserUnknown, null, "fr");
}
