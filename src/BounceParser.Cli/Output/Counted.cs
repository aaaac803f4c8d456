using System.Globalization;

namespace BounceParser.Cli.Output;

/// <summary>A number with its noun, where the tool speaks English alone: 1 sample, 2 samples.</summary>
internal static class Counted
{
    public static string Of(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
