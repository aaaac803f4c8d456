using System.Globalization;
using BounceParser.Mime;
using MimeKit.Utils;

namespace BounceParser.Tests.Mime;

public sealed class MailDateTests
{
    private static readonly string[] Forms = ["ddd, d MMM yyyy HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm:ss", "dd MMM yyyy HH:mm:ss", "ddd, dd MMM yy H:mm:ss", "ddd MMM d HH:mm:ss yyyy", "yyyy-MM-dd HH:mm", "dd/MM/yyyy"];
    private static readonly string[] Zones = [" +0000", " -0700", " +0530", " +1200", " +1400", " -1159", " +0199", " GMT", " EST", " (UTC)", " +0100 (CET)", " +0100(CET)", " -0500 (x", " +01", " +010000", "+0100", "", " +0100\n (CET)"];

    [Theory]
    [InlineData("Mon, 9 Nov 2026 08:30:00 +0100", true)]
    [InlineData("09 Nov 2026 08:30:00 -0000", true)]
    [InlineData("Mon, 09 Nov 2026 08:30:00 GMT", true)]
    [InlineData("Mon, 09 Nov 2026 08:30:00 +0000 (UTC)", true)]
    [InlineData("Mon, 09 Nov 26 08:30:00 +0000", false)]
    [InlineData("Mon Nov 9 08:30:00 2026", false)]
    [InlineData("Sat, 31 Feb 2026 08:30:00 +0000", false)]
    [InlineData("Mon, 9 Nov 2026 24:00:00 +0000", false)]
    [InlineData("Xyz, 9 Nov 2026 08:30:00 +0000", false)]
    [InlineData("", false)]
    public void Knows_the_usual_form(string written, bool expected) => MailDate.IsUsual(written, out _).Should().Be(expected);

    [Fact]
    public void Reads_the_usual_form_as_MimeKit_does()
    {
        var (random, usual) = (new Random(5322), 0);
        for (var number = 0; number < 50_000; number++)
        {
            var written = Spoilt(random, Some(random).ToString(Forms[random.Next(Forms.Length)], CultureInfo.InvariantCulture) + Zones[random.Next(Zones.Length)]);
            if (!MailDate.IsUsual(written, out var date)) continue;
            usual++;
            DateUtils.TryParse(written, out var other).Should().BeTrue(written);
            (date, date.Offset).Should().Be((other, other.Offset), written);
        }

        usual.Should().BeGreaterThan(5_000);
    }

    [Fact]
    public void Reads_other_forms_too() => MailDate.Read("Thu Dec 24 08:30:00 1998\n +0100").Should().NotBeNull();

    [Fact]
    public void Takes_nothing_long_for_a_date() => MailDate.Read("Mon, 9 Nov 2026 08:30:00 +0100 " + new string('x', 200)).Should().BeNull();

    private static DateTime Some(Random random) => new DateTime(1960, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.NextInt64(0, 5_000_000_000));

    // Every second one with a unit changed.
    private static string Spoilt(Random random, string written)
    {
        if (random.Next(2) == 0) return written;
        var at = random.Next(written.Length);
        return written[..at] + " :+-,09aJ("[random.Next(10)] + written[(at + 1)..];
    }
}
