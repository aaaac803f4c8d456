using BenchmarkDotNet.Running;
using BounceParser.Benchmarks;

if (args is ["quick", ..]) return QuickRun.Run(args.Length > 1 ? args[1] : "corpus");
if (args is ["stages", ..]) return StageRun.Run(args.Length > 1 ? args[1] : "corpus");
BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
return 0;
