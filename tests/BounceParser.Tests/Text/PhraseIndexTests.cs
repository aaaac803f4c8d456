using BounceParser.Text;

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

    private readonly struct Taker(HashSet<int> found) : IPhraseVisitor
    {
        public HashSet<int> Found { get; } = found;

        public void Visit(int phrase, int start, int length) => Found.Add(phrase);
    }
}
