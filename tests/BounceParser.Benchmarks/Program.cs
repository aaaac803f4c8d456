using BenchmarkDotNet.Running;
using BounceParser.Benchmarks;

if (args is ["quick", .. var options]) return QuickRun.Run(options);
if (args is ["stages", ..]) return StageRun.Run(args.Length > 1 ? args[1] : "corpus");
BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
return 0;
