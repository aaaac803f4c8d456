using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The labels that stand before an address in a report, and what the address then is.</summary>
internal static class RecipientLabels
{
    private const int LongestLabel = 60;

    public enum Meaning
    {
        /// <summary>The label says nothing of the address.</summary>
        None,

        /// <summary>Who did not get the mail.</summary>
        Recipient,

        /// <summary>Whom the returned message names in its To: only who did not get it when nobody else is named.</summary>
        Addressee,

        /// <summary>Somebody else: the sender, a contact.</summary>
        Other,
    }

    private static readonly HashSet<string> Recipients = DeliveryWords.Labels("to");
    private static readonly HashSet<string> Addressees = DeliveryWords.Labels("addressee");
    private static readonly HashSet<string> Intended = DeliveryWords.Labels("intended");
    private static readonly HashSet<string> Others = DeliveryWords.Labels("other");

    /// <summary>What the words before an address, without their colon, make of it.</summary>
    public static Meaning Of(ReadOnlySpan<char> label)
    {
        if (Folded(label) is not { } folded) return Meaning.None;
        return Recipients.Contains(folded) ? Meaning.Recipient : Addressees.Contains(folded) ? Meaning.Addressee : Others.Contains(folded) ? Meaning.Other : Meaning.None;
    }

    /// <summary>True when the words before several addresses say only whom the mail was for: which of them failed nobody knows.</summary>
    public static bool IsOfAll(ReadOnlySpan<char> label) => Folded(label) is { } folded && (Addressees.Contains(folded) || Intended.Contains(folded));

    private static string? Folded(ReadOnlySpan<char> label)
    {
        label = label.Trim(" \t-*•·>|.(#※■●◆").TrimEnd(":： =");
        return label.IsEmpty || label.Length > LongestLabel ? null : FoldedText.Closed(label).Trim();
    }
}
