using BounceParser.Tests.Support;
using BounceParser.Text;
using CsCheck;

namespace BounceParser.Tests.Text;

public sealed class WordStartsTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['0', '9'], Choice.Of(' ', '.', '-', '@', '\u0001', 'é', '字', '\uFFFD')).Array[0, 300].Select(units => new string(units));

    [Theory]
    [InlineData("user unknown", 0, 5)]
    [InlineData(" 550-5.1.1 user", 1, 5, 7, 9, 11)]
    [InlineData("550user42", 0, 3, 7)]
    [InlineData("字user", 1)]
    [InlineData("...")]
    public void Begin_behind_anything_else_and_where_letters_and_digits_meet(string text, params int[] starts) => All(text, 0, text.Length).Should().Equal(starts);

    [Theory]
    [InlineData("почтовый ящик", 0, 9)]
    [InlineData("«ящик» user", 1, 7)]
    [InlineData("10 дней", 0, 3)]
    [InlineData("éuser字ή", 0, 6)]
    public void Letters_of_every_alphabet_make_words(string text, params int[] starts) => AllOfAny(text, 0, text.Length).Should().Equal(starts);

    [Fact]
    public void Many_units_at_a_time_say_what_each_unit_says() =>
        Gen.Select(Texts, Gen.Int[0, 300], Gen.Int[0, 300]).Sample((text, first, second) =>
        {
            var (from, end) = (Math.Min(text.Length, Math.Min(first, second)), Math.Min(text.Length, Math.Max(first, second)));
            All(text, from, end).Should().Equal(Enumerable.Range(from, end - from).Where(at => WordStarts.IsAt(text, at)));
            AllOfAny(text, from, end).Should().Equal(Enumerable.Range(from, end - from).Where(at => WordStarts.IsAtAny(text, at)));
        });

    private static int[] All(string text, int from, int end)
    {
        var places = new ushort[end - from + WordStarts.Spare];
        return [.. places.Take(WordStarts.Find(text, from, end, places)).Select(place => from + place)];
    }

    private static int[] AllOfAny(string text, int from, int end)
    {
        var places = new ushort[end - from + WordStarts.Spare];
        return [.. places.Take(WordStarts.FindAny(text, from, end, places)).Select(place => from + place)];
    }
}
