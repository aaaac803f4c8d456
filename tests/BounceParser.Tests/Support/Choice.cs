using CsCheck;

namespace BounceParser.Tests.Support;

internal static class Choice
{
    /// <summary>Any of these, each as likely.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
