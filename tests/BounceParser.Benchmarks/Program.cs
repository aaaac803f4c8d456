using BenchmarkDotNet.Running;
using BounceParser.Benchmarks;

switch (args)
{
    case ["quick", .. var options]: return QuickRun.Run(options);
    case ["stages", .. var folder]: return StageRun.Run(folder.FirstOrDefault("corpus"));
    case ["memory", .. var folder]: return await MemoryRun.RunAsync(folder.FirstOrDefault("corpus"));
    case ["jobs", .. var folder]: return await JobsRun.RunAsync(folder.FirstOrDefault("corpus"));
    case ["linear", ..]: return LinearRun.Run();
    case ["worst", .. var options]: return WorstRun.Run(options);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        return 0;
}
