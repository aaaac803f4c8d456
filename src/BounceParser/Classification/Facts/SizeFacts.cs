using BounceParser.Text;

namespace BounceParser.Classification.Facts;

/// <summary>The size of the message, the largest that is taken, and the quota of the mailbox.</summary>
internal static class SizeFacts
{
    private const int Nearby = 56;
    private const int Adjacent = 20;

    // Without a unit.
    private const int LeastSize = 1_000;

    private static readonly WordSearch Sizes = new(
        "size", "quota", "byte", "octet", "limit", "large", "big", "taille", "grösse", "größe", "groesse", "tama", "dimension", "volumin", "full", "plein", "capacity", "capacité", "storage");

    private static readonly string[] Quotas = ["quota", "kontingent", "capacity", "capacité", "storage", "cuota", "mailbox is full", "mailbox full", "boîte pleine"];

    private static readonly string[] Limits =
    [
        "limit", "exceed", "larger than", "bigger than", "greater than", "more than", "maxi", "max ", "max.", "max:", "max=", "allowed", "permitted", "up to", "databytes", "dépass", "depass", "supérieur", "superieur", "autorisé",
        "autorise", "überschreit", "höchst", "maximal", "grenze", "supera", "excede", "límite", "limite", " over ", "accepte", "accept",
    ];

    private static readonly string[] Messages =
    [
        "size", "message is", "message of", "message de", "message (", "mail is", "taille", "größe", "grösse", "groesse", "tamaño", "dimensione", "tamanho", "too large (", "too big (", "too large:", "too big:", "trop volumineux (", "trop gros (", "bytes in",
    ];

    public static DiagnosisFacts Read(in FactText whole, DiagnosisFacts facts)
    {
        if (!Sizes.IsIn(whole.Lower)) return facts;
        var text = whole.Written;
        var from = 0;
        while (from < text.Length && text[from..].IndexOfAnyInRange('0', '9') is >= 0 and var digit)
        {
            var start = from + digit;
            var size = ByteSize.At(text, start);
            if (size is { } found) facts = Add(facts, found, whole, start, from);
            from = size?.End ?? EndOfWord(text, start);
        }

        return facts;
    }

    // The nearest words before the number say what it is, up to the number before it; without any, those right behind it.
    private static DiagnosisFacts Add(DiagnosisFacts facts, ByteSize size, in FactText text, int start, int from)
    {
        // Most numbers are codes.
        if (!size.HasUnit && size.Bytes < LeastSize) return facts;
        var lead = text.Before(start, Math.Min(Nearby, start - from));
        int quota = FactText.Last(lead, Quotas), limit = FactText.Last(lead, Limits), message = FactText.Last(lead, Messages);
        var cue = Math.Max(quota, Math.Max(limit, message));
        if (!size.HasUnit && (cue < 0 || lead[cue..].Length > Adjacent)) return facts;
        if (cue < 0) return Named(facts, size, text.Behind(size.End, Adjacent));
        // "Message is too large; 10000000 bytes max".
        if (text.Behind(size.End, Adjacent).TrimStart().StartsWith("max")) return facts with { SizeLimit = facts.SizeLimit ?? size.Bytes };
        if (quota >= 0 && IsUse(text.Behind(size.End, Adjacent))) return facts;
        if (quota >= 0) return facts with { Quota = facts.Quota ?? size.Bytes };
        return limit >= 0 ? facts with { SizeLimit = facts.SizeLimit ?? size.Bytes } : facts with { MessageSize = facts.MessageSize ?? size.Bytes };
    }

    // "Quota exceeded, 102400 KB used" tells no quota.
    private static bool IsUse(ReadOnlySpan<char> tail) => tail.TrimStart(" (").StartsWith("used") || tail.TrimStart(" (").StartsWith("utilis");

    // "the 10 MB limit".
    private static DiagnosisFacts Named(DiagnosisFacts facts, ByteSize size, ReadOnlySpan<char> tail)
    {
        if (FactText.Last(tail, Quotas) >= 0) return facts with { Quota = facts.Quota ?? size.Bytes };
        if (FactText.Last(tail, Limits) >= 0) return facts with { SizeLimit = facts.SizeLimit ?? size.Bytes };
        return facts;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or ',')) at++;
        return at;
    }
}
