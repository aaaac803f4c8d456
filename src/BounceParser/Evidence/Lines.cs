namespace BounceParser.Evidence;

/// <summary>What was said, line by line.</summary>
internal static class Lines
{
    /// <summary>The second below the first; what is empty takes no line.</summary>
    public static string Joined(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : first + "\n" + second;
}
