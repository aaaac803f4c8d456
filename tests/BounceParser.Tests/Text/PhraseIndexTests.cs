using BounceParser.Tests.Support;
using BounceParser.Text;
using CsCheck;

namespace BounceParser.Tests.Text;

public sealed class PhraseIndexTests
{
    private const int Shortest = 4;
    private const int Longest = 80;

    [Fact]
    public void Finds_every_phrase_of_many_that_are_made_of_the_same_runs()
    {
        var text = string.Concat(Enumerable.Repeat("ab", Longest / 2));
        var index = new PhraseIndex([.. Enumerable.Range(Shortest, Longest - Shortest + 1).Select(length => text[..length])]);
        var taker = new Taker([]);
        index.Find(text, ref taker);
        taker.Found.Should().BeEquivalentTo(Enumerable.Range(0, index.Phrases.Count));
    }

    [Theory]
    [InlineData("unknown", "user unknown", true)]
    [InlineData("mail from", "email from", false)]
    [InlineData("user unknown", "550user unknown", true)]
    [InlineData("a user", "user a user", true)]
    [InlineData("rcpt", "rcpt", true)]
    [InlineData(" by ", "refused by mx", true)]
    [InlineData("<<<", "x<<<y", true)]
    [InlineData("-ab", "x-ab", true)]
    [InlineData("宛先が", "その宛先が不明", true)]
    [InlineData("usuário", "o usuário", true)]
    [InlineData("ящик", "почтовый ящик", true)]
    [InlineData("ящик", "«ящик»", true)]
    [InlineData("ящик", "почтоящик", false)]
    [InlineData("почтовый ящик", "550почтовый ящик", true)]
    [InlineData("0 дней", "в 0 дней", true)]
    [InlineData("0 дней", "в 10 дней", false)]
    [InlineData("字ящик", "x字ящик", true)]
    [InlineData("— «", "x— «", true)]
    [InlineData("ящик — no", "почтовый ящик — no", true)]
    [InlineData("🚫", "x🚫y", true)]
    public void Phrase_that_begins_with_a_letter_begins_a_word(string phrase, string text, bool isFound)
    {
        var taker = new Taker([]);
        new PhraseIndex([phrase]).Find(text, ref taker);
        taker.Found.Count.Should().Be(isFound ? 1 : 0);
    }

    [Fact]
    public void Finds_what_a_search_for_each_phrase_finds()
    {
        var words = Choice.Of("user", "unknown", "mailbox", "is", "full", "550", "5.1.1", "no", "<", "...", "-", "@", "字", "é", "я", "«").List[1, 40].Select(list => string.Concat(list.Select((word, at) => at % 3 == 0 ? word + " " : word)));
        Gen.Select(words.List[1, 20], words).Sample((phrases, text) =>
        {
            var index = new PhraseIndex(phrases);
            var taker = new Taker([]);
            index.Find(text, ref taker);
            taker.Found.Should().BeEquivalentTo(Enumerable.Range(0, phrases.Count).Where(number => Stands(phrases[number], text)));
        });
    }

    private static bool Stands(string phrase, string text)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            if (IsWord(phrase)(text, at) || !IsWord(phrase)(phrase, 0)) return true;
        return false;
    }

    private static Func<string, int, bool> IsWord(string phrase) =>
        phrase.Any(unit => unit > 'z') && !phrase.Contains('字', StringComparison.Ordinal) ? (text, at) => WordStarts.IsAtAny(text, at) : (text, at) => WordStarts.IsAt(text, at);

    private readonly struct Taker(HashSet<int> found) : IPhraseVisitor
    {
        public HashSet<int> Found { get; } = found;

        public void Visit(int phrase, int start, int length) => Found.Add(phrase);
    }
}
