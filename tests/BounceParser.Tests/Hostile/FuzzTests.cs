using System.Globalization;
using BounceParser.Fuzz;
using BounceParser.Tests.Support;
using CsCheck;

namespace BounceParser.Tests.Hostile;

/// <summary>What <c>tests/fuzz</c> once found worth keeping is tried ever after, and so are changes of it, as many as the time allows.</summary>
public sealed class FuzzTests
{
    private const int MostChanges = 6;

    // For each target; .ci/run gives more.
    private static readonly int Seconds = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SECONDS") ?? "1", CultureInfo.InvariantCulture);

    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "BounceParser.Tests", "Data", "fuzz");

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys];

    [Theory, MemberData(nameof(Targets))]
    public void Kept_inputs_are_answered(string target)
    {
        var inputs = Inputs(target);
        inputs.Should().NotBeEmpty();
        foreach (var (name, input) in inputs) FuzzTargets.All[target].Invoking(run => run(input)).Should().NotThrow("of {0}", name);
    }

    [Theory, MemberData(nameof(Targets))]
    public void Changed_inputs_are_answered(string target)
    {
        var inputs = Inputs(target);
        Gen.Select(Gen.Int[0, inputs.Count - 1], Gen.Int[0, inputs.Count - 1], Gen.Int[1, MostChanges], Gen.Int).Sample(
            (first, second, changes, seed) =>
            {
                var (input, random) = (inputs[first].Bytes, new Random(seed));
                for (var change = 0; change < changes; change++) input = Mutation.Of(input, inputs[second].Bytes, random);
                FuzzTargets.All[target](input);
            },
            time: Seconds);
    }

    private static List<(string Name, byte[] Bytes)> Inputs(string target) =>
        [.. Directory.EnumerateFiles(Path.Combine(Kept, target)).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];
}
