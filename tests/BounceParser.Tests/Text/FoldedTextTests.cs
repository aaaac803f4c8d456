using BounceParser.Text;

namespace BounceParser.Tests.Text;

public sealed class FoldedTextTests
{
    private static readonly string Ascii = string.Concat(Enumerable.Range(0, 0x80).Select(unit => (char)unit));

    [Fact]
    public void Text_is_folded_as_each_of_its_units_is()
    {
        for (var length = 0; length <= Ascii.Length; length++)
        {
            IsFoldedByUnits(Ascii[..length]);
            IsFoldedByUnits(Ascii[(Ascii.Length - length)..]);
        }
    }

    [Fact]
    public void Unit_beyond_ascii_changes_nothing_of_those_around_it_wherever_it_stands()
    {
        for (var at = 0; at <= Ascii.Length; at++)
            foreach (var unit in "\u0080\u00c9\u2019\uff21\u200b\u4e2d") IsFoldedByUnits(Ascii.Insert(at, unit.ToString()));
    }

    [Theory]
    [InlineData("Él\tN\u2019EST `Pas`", "el n'est 'pas'")]
    [InlineData("\u007f\0A[Z@`{", "  a[z@'{")]
    public void Case_accents_controls_and_apostrophes_are_folded(string text, string folded)
    {
        var room = new char[text.Length];
        FoldedText.Fold(text, room);
        new string(room).Should().Be(folded);
    }

    [Theory]
    [InlineData("Empfängeradresse ungültig", "Empfaengeradresse ungueltig")]
    [InlineData("Größere Anhänge können für später übergeben werden", "Größere Anhaenge koennen fuer spaeter uebergeben werden")]
    [InlineData("Postfach überfüllt, Kapazität erschöpft", "Postfach ueberfuellt, Kapazitaet erschoepft")]
    public void German_in_ascii_is_folded_as_its_umlauts_are(string written, string inAscii) => FoldedText.Of(inAscii).Should().Be(FoldedText.Of(written));

    [Theory]
    [InlineData("450-4.2.1 at a rate that 450-4.2.1 prevents 450 4.2.1 mail", "450-4.2.1 at a rate that prevents mail")]
    [InlineData("550-No Such 550-User 550 Here", "550-no such user here")]
    [InlineData("550-port 550: 5500 mails", "550-port 550: 5500 mails")]
    [InlineData("550 code 550 twice", "550 code 550 twice")]
    public void Codes_that_the_lines_of_a_reply_repeat_are_no_words(string joined, string folded) => FoldedText.Of(joined).Should().Be(folded);

    [Fact]
    public void Romanian_is_folded_with_comma_and_with_cedilla() => FoldedText.Of("Căsuța poștală și Cutie poştală, ŢȚ ŞȘ").Should().Be("casuta postala si cutie postala, tt ss");

    [Theory]
    [InlineData("queue does value issue poem aerial")]
    [InlineData("puede fuera nuestro fuerte fue")]
    public void Two_vowels_of_other_words_stay(string text) => FoldedText.Of(text).Should().Be(text);

    [Theory]
    [InlineData("Mail  delivery\r\n\tFAILED")]
    [InlineData(" \t a  b ")]
    [InlineData("  ")]
    [InlineData("")]
    public void Bytes_are_folded_as_their_text_is(string text)
    {
        Span<char> room = new char[text.Length];
        FoldedText.TryClosed(System.Text.Encoding.ASCII.GetBytes(text), room, out var length).Should().BeTrue();
        room[..length].ToString().Should().Be(FoldedText.Closed(text));
    }

    [Fact]
    public void Bytes_beyond_ascii_are_left_to_who_knows_their_charset() => FoldedText.TryClosed("caf\u00e9"u8, new char[8], out _).Should().BeFalse();

    private static void IsFoldedByUnits(string text)
    {
        var folded = new char[text.Length];
        FoldedText.Fold(text, folded);
        new string(folded).Should().Be(string.Concat(text.Select(FoldedText.Letter)));
    }
}
