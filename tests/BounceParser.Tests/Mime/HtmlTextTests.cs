using BounceParser.Mime;

namespace BounceParser.Tests.Mime;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo")]
    [InlineData("one<br>two<BR/>three", "one\ntwo\nthree")]
    [InlineData("a\r\n  b\tc", "a b c")]
    [InlineData("&lt;user@dest.example&gt;: bo&icirc;te&nbsp;pleine &amp; ferm&#233;e", "<user@dest.example>: boîte pleine & fermée")]
    [InlineData("<html><head><title>t</title><style>p{}</style></head><body>words<script>if (a<b) x();</script> here</body></html>", "words here")]
    [InlineData("<!-- a <b> comment -->words", "words")]
    [InlineData("<a href=\"x>y\">link</a>", "link")]
    [InlineData("<user@dest.example>: unknown", "<user@dest.example>: unknown")]
    [InlineData("5 < 6", "5 < 6")]
    [InlineData("cut <b", "cut")]
    [InlineData("cut <!-- never closed", "cut")]
    [InlineData("<script>never closed", "")]
    [InlineData("", "")]
    [InlineData("<", "<")]
    public void Reads_the_words_of_a_page(string html, string text) => HtmlText.Read(html).Should().Be(text);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<div a=\"")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("</")]
    [InlineData("<")]
    [InlineData("&#")]
    public void A_million_times_the_same_is_read_in_one_pass(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 1_000_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        HtmlText.Read(html).Should().NotBeNull();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }
}
