namespace BounceParser.Text;

/// <summary>What is known of each unit of text up to some, looked up by it.</summary>
internal static class UnitTable
{
    /// <summary>The table of the first so many units.</summary>
    /// <remarks>A loop: sequences of values are compiled when the program starts, whatever was compiled before.</remarks>
    public static T[] Of<T>(int count, Func<char, T> value)
    {
        var table = new T[count];
        for (var unit = 0; unit < count; unit++) table[unit] = value((char)unit);
        return table;
    }
}
