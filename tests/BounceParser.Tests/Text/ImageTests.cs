using BounceParser.Text;

namespace BounceParser.Tests.Text;

/// <summary>What was written into an image is read from it.</summary>
public sealed class ImageTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(1_000_000)]
    [InlineData(int.MaxValue - 1)]
    public void Number_comes_back(int number)
    {
        var image = Read(to => to.Number(number));
        image.Number().Should().Be(number);
    }

    [Fact]
    public void Texts_come_back_and_are_made_once()
    {
        string[] texts = ["", "bounce", "boîte pleine", "配信できませんでした", "bounce"];
        var image = Read(to =>
        {
            to.Texts(texts);
            to.Text("bounce");
            to.Text(null);
        });
        var list = image.Texts();
        list.Count.Should().Be(texts.Length);
        list[3].Should().Be(texts[3]);
        list.Should().Equal(texts);
        list[2].Should().BeSameAs(list[2]);
        image.Text().Should().Be("bounce");
        image.TextOrNull().Should().BeNull();
    }

    [Fact]
    public void Items_are_read_one_by_one_in_any_order()
    {
        var image = Read(to =>
        {
            to.Each<string[]>([["a", "b"], [], ["b", "c", "d"]], static (item, words) => item.All(words, item.Text));
            to.Number(7);
        });
        var read = 0;
        var items = image.Each((ref ImageReader from) =>
        {
            read++;
            return from.All(static (ref word) => word.Text());
        });
        items.Count.Should().Be(3);
        items[2].Should().Equal("b", "c", "d");
        items[2].Should().BeSameAs(items[2]);
        read.Should().Be(1);
        items[1].Should().BeEmpty();
        items[0].Should().Equal("a", "b");
        image.Number().Should().Be(7, "what follows the items stands behind all of them");
    }

    [Fact]
    public void What_others_share_is_one_thing_again_though_each_is_read_by_itself()
    {
        string[] shared = ["x", "y"];
        var image = Read(to => to.Each<int>([1, 2], (item, _) => item.Once(shared, static (part, words) => part.All(words, part.Text))));
        var items = image.Each(static (ref from) => from.Once(static (ref part) => part.All(static (ref word) => word.Text())));
        items[1].Should().Equal(shared);
        items[0].Should().BeSameAs(items[1]);
    }

    private static ImageReader Read(Action<ImageWriter> write)
    {
        var writer = new ImageWriter();
        write(writer);
        return new ImageReader(writer.ToArray());
    }
}
