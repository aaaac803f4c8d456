using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The labels that stand before an address in a report, and what the address then is.</summary>
internal static class RecipientLabels
{
    private const int LongestLabel = 60;
    private const int LongestLead = 40;

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

    /// <summary>What the words before an address, without their colon, make of it.</summary>
    public static Meaning Of(ReadOnlySpan<char> label)
    {
        if (Folded(label) is not { } folded) return Meaning.None;
        return DeliveryWords.To.Contains(folded) ? Meaning.Recipient : DeliveryWords.Addressee.Contains(folded) ? Meaning.Addressee : DeliveryWords.Other.Contains(folded) ? Meaning.Other : Meaning.None;
    }

    /// <summary>True when the words before several addresses say only whom the mail was for: which of them failed nobody knows.</summary>
    public static bool IsOfAll(ReadOnlySpan<char> label) => Folded(label) is { } folded && (DeliveryWords.Addressee.Contains(folded) || DeliveryWords.Intended.Contains(folded));

    /// <summary>True for the words before an address that say that its mail has arrived: "Delivered to '&lt;a@b&gt;'".</summary>
    public static bool AreDelivered(ReadOnlySpan<char> lead)
    {
        lead = lead.Trim(" <\"'‘“:：\t");
        return lead.Length is > 0 and <= LongestLead && DeliveryWords.Delivered.Contains(FoldedText.Closed(lead, stackalloc char[LongestLead]));
    }

    /// <summary>True for a heading below which those stand whose mail has arrived.</summary>
    public static bool SayDelivered(ReadOnlySpan<char> heading)
    {
        var folded = FoldedText.Closed(heading).AsSpan();
        return DeliveryWords.Delivered.IsIn(folded) && !DeliveryWords.Failed.IsIn(folded) && !DeliveryWords.Late.IsIn(folded);
    }

    private static string? Folded(ReadOnlySpan<char> label)
    {
        label = label.Trim(" \t-*•·>|.(#※■●◆").TrimEnd(":： =");
        return label.IsEmpty || label.Length > LongestLabel ? null : FoldedText.Closed(label).Trim();
    }
}
