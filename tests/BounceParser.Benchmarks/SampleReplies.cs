using BounceParser.Classification;
using BounceParser.Smtp;

namespace BounceParser.Benchmarks;

/// <summary>The replies that are measured with.</summary>
internal static class SampleReplies
{
    public const string Bare = "550 5.1.1 <someone@mail.invalid>: Recipient address rejected: User unknown";

    private const string HundredCharacters = "550 5.2.1 The email account that you tried to reach is disabled. Please ask its owner to use another";

    public static Refusal BareRefusal { get; } = Input(Bare);

    public static Refusal Refusal { get; } = Input(HundredCharacters);

    private static Refusal Input(string text) =>
        new() { Text = text, Reply = ReplyReader.Find(text), Status = ReplyReader.FindStatus(text), Action = DsnAction.Failed };
}
