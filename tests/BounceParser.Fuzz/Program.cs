using BounceParser.Fuzz;
using SharpFuzz;

// `tests/fuzz` instruments the library and runs this under afl-fuzz: one target a process.
if (args is not [var name] || !FuzzTargets.All.TryGetValue(name, out var target))
{
    Console.Error.WriteLine("one of: " + string.Join(", ", FuzzTargets.All.Keys));
    return 2;
}

Fuzzer.OutOfProcess.Run(stream =>
{
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    target(bytes.ToArray());
});
return 0;
