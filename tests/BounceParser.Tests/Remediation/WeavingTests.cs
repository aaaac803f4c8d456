using BounceParser.Remediation;

namespace BounceParser.Tests.Remediation;

/// <summary>Facts in sentences: present, absent, and hostile.</summary>
public sealed class WeavingTests
{
    private static readonly AdviceLanguage French = AdviceCatalogue.BuiltIn.Language("fr");
    private static readonly AdviceLanguage English = AdviceCatalogue.BuiltIn.Language("en");

    [Theory]
    [InlineData("Limite{sizeLimit: : {sizeLimit}}.", "Limite : 10 Mo.")]
    [InlineData("Serveur {ipAddress}{blocklist: (liste {blocklist})}.", "Serveur 192.0.2.7.")]
    [InlineData("{!blocklist:Aucune liste nommée}{blocklist:Liste {blocklist}}.", "Aucune liste nommée.")]
    [InlineData("{ipAddress:{blocklist:les deux}{!blocklist:l’adresse seule}}", "l’adresse seule")]
    [InlineData("Pour {recipient}.", "Pour votre destinataire.")]
    [InlineData("{", "{")]
    public void Clause_stands_only_with_its_fact(string text, string woven)
    {
        var diagnosis = new Diagnosis { Facts = new DiagnosisFacts { IpAddress = "192.0.2.7", SizeLimit = 10 * 1024 * 1024 } };
        Weave(French, diagnosis).Into(text).Replace('\u00A0', ' ').Should().Be(woven);
    }

    [Theory]
    [InlineData(0, "0 bytes", "0 octet")]
    [InlineData(1, "1 byte", "1 octet")]
    [InlineData(2, "2 bytes", "2 octets")]
    [InlineData(1023, "1023 bytes", "1023 octets")]
    [InlineData(1024, "1 KB", "1 Ko")]
    [InlineData(10_485_760, "10 MB", "10 Mo")]
    [InlineData(1_572_864, "1.5 MB", "1,5 Mo")]
    [InlineData(16_106_127_360, "15 GB", "15 Go")]
    public void Size_is_told_in_the_units_of_the_language(long bytes, string english, string french)
    {
        new Units(English).Size(bytes).Should().Be(english.Replace(' ', '\u00A0'));
        new Units(French).Size(bytes).Should().Be(french.Replace(' ', '\u00A0'));
    }

    [Theory]
    [InlineData("00:00:01", "1 second", "1 seconde")]
    [InlineData("00:01:00", "1 minute", "1 minute")]
    [InlineData("00:05:00", "5 minutes", "5 minutes")]
    [InlineData("01:00:00", "1 hour", "1 heure")]
    [InlineData("04:00:00", "4 hours", "4 heures")]
    [InlineData("1.00:00:00", "24 hours", "24 heures")]
    [InlineData("2.00:00:00", "2 days", "2 jours")]
    public void Duration_is_told_in_whole_units(string time, string english, string french)
    {
        var span = TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        new Units(English).Duration(span).Should().Be(english.Replace(' ', '\u00A0'));
        new Units(French).Duration(span).Should().Be(french.Replace(' ', '\u00A0'));
    }

    [Theory, InlineData(0, "0 days", "0 jour"), InlineData(1, "1 day", "1 jour"), InlineData(2, "2 days", "2 jours")]
    public void Plural_is_the_language_s_own(int count, string english, string french)
    {
        new Units(English).Counted(count, "day").Should().Be(english.Replace(' ', '\u00A0'));
        new Units(French).Counted(count, "day").Should().Be(french.Replace(' ', '\u00A0'));
    }

    [Theory, InlineData(1, "1 minute", "1 minute"), InlineData(20, "20 minutes", "20 minutes")]
    public void Minutes_of_the_service_are_counted(int minutes, string english, string french)
    {
        var service = new SendingService { PopBeforeSmtpMinutes = minutes, PollingMinutes = minutes };
        foreach (var (language, told) in new[] { (English, english), (French, french) })
            new FactWeaver(language, new Placeholders(language, null, service)).Into("{service.popBeforeSmtpMinutes}, {service.pollingMinutes}").Should().Be($"{told}, {told}".Replace($"{minutes} ", $"{minutes}\u00A0", StringComparison.Ordinal));
    }

    [Fact]
    public void Fact_of_a_stranger_carries_no_markup_into_any_format()
    {
        var diagnosis = new Diagnosis
        {
            Reason = BounceReason.UserUnknown,
            FinalRecipient = "<script>alert(1)</script>[click](http://evil.example)`\u001b[31m\u202e@dest.example" + new string('a', 10_240),
        };
        var advice = AdviceBook.Default.For(diagnosis, "en");
        foreach (var format in Enum.GetValues<AdviceFormat>())
        {
            var text = AdviceBook.Default.Format(advice, format);
            text.Should().NotContainAny("<script", "](http", "\u001b", "\u202e").And.NotContain(new string('a', 300), format.ToString());
        }
    }

    [Fact]
    public void Url_that_is_no_web_address_is_left_out()
    {
        var diagnosis = new Diagnosis { Facts = new DiagnosisFacts { Url = "javascript:alert(1)" } };
        Weave(English, diagnosis).Into("Ask{url: at {url}}.").Should().Be("Ask.");
    }

    private static FactWeaver Weave(AdviceLanguage language, Diagnosis diagnosis) => new(language, new Placeholders(language, diagnosis, null));
}
