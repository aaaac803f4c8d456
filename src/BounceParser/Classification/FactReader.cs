using System.Buffers;
using BounceParser.Classification.Facts;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Finds typed facts in the text of a refusal. A fact decides nothing: it makes an advice concrete.</summary>
/// <remarks>Each text fact is a piece of what was read. Linear in the text; nothing is allocated where there is no fact.</remarks>
internal static class FactReader
{
    private static readonly DiagnosisFacts Expired = new() { Expired = true };

    /// <param name="text">The words of the server that refused.</param>
    /// <param name="comment">What the reporting program says around them.</param>
    /// <param name="reason">What the words mean: the address of a refused recipient is no refused sender.</param>
    /// <param name="expired">True when a rule saw that the queue gave up.</param>
    public static DiagnosisFacts Read(ReadOnlySpan<char> text, ReadOnlySpan<char> comment, BounceReason reason, bool expired)
    {
        var facts = Read(text, reason, ofServer: true, expired ? Expired : DiagnosisFacts.None);
        return comment.IsEmpty ? facts : Read(comment, reason, ofServer: false, facts);
    }

    private static DiagnosisFacts Read(ReadOnlySpan<char> text, BounceReason reason, bool ofServer, DiagnosisFacts facts)
    {
        var signs = FactSigns.Of(text, ofServer);
        var topics = FactTopics.Of(reason);
        if (!signs.Any && topics == FactTopics.Topic.None) return facts;
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        LowerCase.Write(text, buffer);
        facts = Read(new FactText(text, buffer.AsSpan(0, text.Length)), signs, topics, ofServer, facts);
        ArrayPool<char>.Shared.Return(buffer);
        return facts;
    }

    private static DiagnosisFacts Read(in FactText text, FactSigns signs, FactTopics.Topic topics, bool ofServer, DiagnosisFacts facts)
    {
        if (ofServer)
        {
            // Hosts around the words are the reporting program's own.
            if (signs.Digit || signs.Code) facts = ProviderCodeFact.Read(text, facts);
            if (signs.Url) facts = UrlFact.Read(text, facts);
            if (topics.HasFlag(FactTopics.Topic.Reputation)) facts = BlocklistFact.Read(text, signs.Digit ? IpFact.Read(text, facts) : facts);
        }

        if (signs.Number) facts = RetryFacts.Read(text, SizeFacts.Read(text, facts));
        if (signs.Move || topics.HasFlag(FactTopics.Topic.Move)) facts = AddressFacts.ReadNew(text, topics.HasFlag(FactTopics.Topic.Move), facts);
        if (topics.HasFlag(FactTopics.Topic.Sender)) facts = AddressFacts.ReadSender(text, facts);
        if (topics.HasFlag(FactTopics.Topic.Dns)) facts = DnsFacts.Read(text, facts);
        return topics.HasFlag(FactTopics.Topic.Tls) ? TlsFact.Read(text, facts) : facts;
    }
}
