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

    /// <summary>The reason that the other system's name stands for, of several that share it the principal one; case does not matter.</summary>
    /// <remarks>
    /// Most systems have fewer words than there are reasons: PowerMTA's <c>bad-mailbox</c> is <see cref="BounceReason.UserUnknown"/> before all. A name that is no reason's
    /// before all, such as <c>Permanent/General</c> of Amazon SES, gives null. <c>Catalogue/Reasons.tsv</c> marks the principal ones.
    /// </remarks>
    /// <param name="name">The other system's name.</param>
    /// <param name="vocabulary">Whose words.</param>
    /// <returns>The reason; null for a name that is unknown, or that stands for several reasons alike.</returns>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static BounceReason? ReasonOf(string name, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bearing = Array.FindAll(Enum.GetValues<BounceReason>(), reason => string.Equals(NameOf(reason, vocabulary), name, StringComparison.OrdinalIgnoreCase));
        if (bearing is [var only]) return only;
        foreach (var reason in bearing)
            if (ReasonTable.IsPrincipal(reason, vocabulary)) return reason;
        return null;
    }
}
