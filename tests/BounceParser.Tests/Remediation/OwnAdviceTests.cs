namespace BounceParser.Tests.Remediation;

/// <summary>Folders of the user's own: read before ours, and never with a hole.</summary>
public sealed class OwnAdviceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advice").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Third_language_is_a_folder_dropped_in()
    {
        Write("de/empfaenger.md", """
            ## MailboxFull
            Das Postfach ist voll

            Der Server von {recipient} nimmt nichts an{quota: (Grenze: {quota})}.

            ### move
            Der Empfänger ist am Zug.

            ### sender
            1. Versuchen Sie es morgen wieder.
            """);
        Write("de/words.txt", "fallback.recipient = Ihrem Empfänger\nunit.MB = MB\ndecimal = ,\n");
        var book = AdviceBook.Load([_folder]);

        book.Cultures.Should().Equal("de", "en", "fr");
        var full = book.For(new Diagnosis { Reason = BounceReason.MailboxFull, Facts = new DiagnosisFacts { Quota = 1_572_864 } }, "de-AT");
        full.Culture.Should().Be("de");
        full.Meaning.Should().Be("Der Server von Ihrem Empfänger nimmt nichts an (Grenze: 1,5\u00A0MB).");
        full.Steps[Audience.Sender].Should().Equal("Versuchen Sie es morgen wieder.");
        book.For(BounceReason.UserUnknown, null, "de").Culture.Should().Be("en", "German lacks it");
        book.MissingIn("de").Should().Contain((BounceReason.UserUnknown, null)).And.NotContain((BounceReason.MailboxFull, null));
    }

    [Fact]
    public void Own_section_stands_before_ours()
    {
        Write("fr/maison.md", "## UserUnknown\nAdresse inconnue de nos services\n\nNotre annuaire ne connaît pas cette adresse, écrivez-nous.\n");
        var book = new BounceInterpreter(new BounceParserOptions { AdviceFolders = [_folder] }).Advice;

        book.For(BounceReason.UserUnknown, null, "fr").Title.Should().Be("Adresse inconnue de nos services");
        book.For(BounceReason.MailboxFull, null, "fr").Culture.Should().Be("fr");
        AdviceBook.Default.For(BounceReason.UserUnknown, null, "fr").Title.Should().NotBe("Adresse inconnue de nos services");
    }

    [Theory]
    [InlineData("## NoSuchReason\nTitle\n\nMeaning.\n", 1, "unknown reason 'NoSuchReason'")]
    [InlineData("## UserUnknown,MailboxFull\nTitle\n\nMeaning.\n", 1, "unknown reason 'UserUnknown,MailboxFull'")]
    [InlineData("## userUnknown\nTitle\n\nMeaning.\n", 1, "unknown reason 'userUnknown'")]
    [InlineData("## -1\nTitle\n\nMeaning.\n", 1, "unknown reason '-1'")]
    [InlineData("## UserUnknown/\nTitle\n\nMeaning.\n", 1, "unknown reason 'UserUnknown/'")]
    [InlineData("## UserUnknown\nTitle\n\nMeaning.\n\n### sender,listOwner\n1. Step\n", 7, "unknown part 'sender,listOwner'")]
    [InlineData("## UserUnknown\nTitle\n\nMeaning.\n\n### 1\n1. Step\n", 7, "unknown part '1'")]
    [InlineData("\n## UserUnknown\nTitle\n\nMeaning.\n\n### nobody\n1. Step\n", 8, "unknown part 'nobody'")]
    [InlineData("## UserUnknown\n", 1, "has no title")]
    [InlineData("## UserUnknown\nTitle\n", 1, "does not say what it means")]
    [InlineData("## UserUnknown\nTitle\n\nOf {nothing}.\n", 4, "unknown placeholder 'nothing'")]
    [InlineData("## UserUnknown\nTitle\n\nOf {recipient.\n", 4, "a brace is opened and not closed")]
    [InlineData("## UserUnknown\nTitle\n\nOne.\n## UserUnknown\nTitle\n\nTwo.\n", 5, "a second section for UserUnknown")]
    [InlineData("### sender\n1. Step\n", 1, "stands in no section")]
    public void Malformed_file_is_named_with_its_line(string text, int line, string problem)
    {
        Write("en/own.md", text);
        var loading = () => new BounceInterpreter(new BounceParserOptions { AdviceFolders = [_folder] });
        var failure = loading.Should().Throw<CatalogueException>().Which;
        failure.File.Should().Be("own.md");
        failure.Line.Should().Be(line);
        failure.Message.Should().Contain(problem);
    }

    [Fact]
    public void Missing_folder_is_told_at_construction()
    {
        var loading = () => AdviceBook.Load([Path.Combine(_folder, "nowhere")]);
        loading.Should().Throw<CatalogueException>().WithMessage("nowhere*no such folder*");
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
