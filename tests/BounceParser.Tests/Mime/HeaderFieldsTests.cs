using System.Text;
using BounceParser.Mime;

namespace BounceParser.Tests.Mime;

public sealed class HeaderFieldsTests
{
    [Fact]
    public void Goes_from_field_to_field_over_the_lines_that_fold()
    {
        var bytes = "From: a\r\nSubject: one\r\n two\r\n\t\r\nno header\nTo : b\n\nbody: x\n"u8;
        var fields = new HeaderFields(bytes, 0);
        List<(string Name, string Value, bool IsPlain)> read = [];
        while (fields.MoveNext()) read.Add((Encoding.ASCII.GetString(fields.Name), Encoding.ASCII.GetString(bytes[fields.ValueStart..fields.End]), fields.IsPlain));
        read.Should().Equal(("From", " a", true), ("Subject", " one\r\n two\r\n\t", true), ("", "no header", false), ("To", " b", false));
        Encoding.ASCII.GetString(bytes[fields.Next..]).Should().Be("body: x\n");
    }

    [Theory]
    [InlineData("From: a\n\nx", true, 9)]
    [InlineData("From: a\r\n\r\nx", true, 11)]
    [InlineData("From: a\r\n\r\r\nx", false, 12)]
    [InlineData("From: a\n", false, 8)]
    [InlineData("From: a", false, 7)]
    [InlineData("\nFrom: a\n", true, 1)]
    [InlineData("", false, 0)]
    public void Ends_at_the_first_empty_line(string block, bool isPlain, int next)
    {
        var fields = new HeaderFields(Encoding.ASCII.GetBytes(block), 0);
        while (fields.MoveNext()) fields.NameLength.Should().Be(4);
        (fields.EndsPlainly, fields.Next).Should().Be((isPlain, next));
    }
}
