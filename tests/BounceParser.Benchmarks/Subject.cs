namespace BounceParser.Benchmarks;

/// <summary>Something that is timed round by round.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Operations">How often one round does it.</param>
/// <param name="Work">One round.</param>
internal sealed record Subject(string Name, int Operations, Action Work)
{
    private readonly List<(double Microseconds, double Bytes)> _rounds = [];

    /// <summary>For one operation, the median of the rounds.</summary>
    public double Microseconds => Median(_rounds.Select(round => round.Microseconds));

    /// <summary>Allocated for one operation, the median of the rounds.</summary>
    public double Bytes => Median(_rounds.Select(round => round.Bytes));

    /// <summary>An operation that takes too little time to be timed by itself.</summary>
    public static Subject Repeated(string name, int times, Action operation) => new(name, times, () =>
    {
        for (var time = 0; time < times; time++) operation();
    });

    /// <summary>Works for a while of the processor's time: the just-in-time compiler improves the framework's own code in the background, some time after the calls.</summary>
    public static void WarmUp(IReadOnlyList<Subject> subjects, TimeSpan time)
    {
        for (var started = Environment.CpuUsage.TotalTime; Environment.CpuUsage.TotalTime - started < time; Thread.Sleep(100))
            foreach (var subject in subjects) subject.Work();
    }

    // The processor's time, collections of garbage included, not the clock's: other processes may run meanwhile.
    public void Measure()
    {
        GC.Collect();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Environment.CpuUsage.TotalTime;
        Work();
        var time = (Environment.CpuUsage.TotalTime - started).TotalMicroseconds;
        _rounds.Add((time / Operations, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / Operations));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
