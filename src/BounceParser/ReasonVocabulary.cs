using BounceParser.Classification;

namespace BounceParser;

/// <summary>Says a reason in the words of another system, and reads those words: for programs that already speak one of them.</summary>
public static class ReasonVocabulary
{
    /// <summary>The other system's name for a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="vocabulary">Whose words.</param>
    /// <returns>The name; null where that system has none.</returns>
    public static string? NameOf(BounceReason reason, Vocabulary vocabulary) =>
        vocabulary == Vocabulary.None ? reason.ToString() : ReasonTable.NameOf(reason, vocabulary);

    /// <summary>The reason that the other system's name stands for; case does not matter.</summary>
    /// <param name="name">The other system's name.</param>
    /// <param name="vocabulary">Whose words.</param>
    /// <returns>The reason; null for a name that is unknown, or that stands for several reasons.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static BounceReason? ReasonOf(string name, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(name);
        BounceReason? found = null;
        foreach (var reason in Enum.GetValues<BounceReason>())
        {
            if (!string.Equals(NameOf(reason, vocabulary), name, StringComparison.OrdinalIgnoreCase)) continue;
            if (found is not null) return null;
            found = reason;
        }

        return found;
    }
}
