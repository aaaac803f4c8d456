using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Dialects;
using BounceParser.Mime;
using BounceParser.Recognition;
using BounceParser.Tests.Support;
using BounceParser.Text;

namespace BounceParser.Tests;

/// <summary>The images of words, kinds, dialects and reasons, which the build writes, say what the files say.</summary>
public sealed class CatalogueImageTests
{
    [Fact]
    public void Library_holds_images_of_what_is_written()
    {
        CatalogueFile.OpenImage("words.image").Span.SequenceEqual(WordCatalogue.Written().ToImage(Statements.Ideas)).Should().BeTrue();
        CatalogueFile.OpenImage("kinds.image").Span.SequenceEqual(KindTable.Written().ToImage()).Should().BeTrue();
        CatalogueFile.OpenImage("dialects.image").Span.SequenceEqual(DialectRegistry.ToImage()).Should().BeTrue();
        CatalogueFile.OpenImage("reasons.image").Span.SequenceEqual(ReasonTable.ToImage()).Should().BeTrue();
        CatalogueFile.OpenImage("situations.image").Span.SequenceEqual(SituationTable.ToImage()).Should().BeTrue();
    }

    [Fact]
    public void Every_report_tells_which_rules_and_words_judged()
    {
        var version = BounceInterpreter.Default.InterpretText("550 5.1.1 User unknown").CatalogueVersion;

        version.Should().Be($"1.0.0+{CatalogueVersion.Fingerprint()}").And.MatchRegex("^1[.]0[.]0[+][0-9a-f]{8}$");
        CatalogueFile.OpenImage("version.image").Length.Should().Be(8, "it is reckoned once, by the build");
        BounceInterpreter.Default.Interpret("Subject: lunch\n\nhello\n"u8.ToArray()).CatalogueVersion.Should().Be(version);
    }

    [Fact]
    public void Image_has_every_word_of_every_idea()
    {
        var (written, imaged) = (WordCatalogue.Written(), WordCatalogue.OfImage(CatalogueFile.OpenImage("words.image")));
        imaged.Ideas.Should().Equal(written.Ideas).And.HaveCountGreaterThan(20);
        foreach (var idea in written.Ideas)
        {
            imaged[idea].Phrases.Should().Equal(written[idea].Phrases).And.NotBeEmpty(idea);
            foreach (var phrase in written[idea].Phrases) (imaged[idea].IndexIn("x, " + phrase), imaged[idea].Ends(phrase)).Should().Be((written[idea].IndexIn("x, " + phrase), true), phrase);
        }

        imaged["nothing"].Phrases.Should().BeEmpty();
        imaged["nothing"].IsIn("nothing").Should().BeFalse();
    }

    [Fact]
    public void Words_that_are_looked_for_together_stand_in_the_order_of_their_ideas() =>
        WordCatalogue.Together(Statements.Ideas).Phrases.Should().Equal(Statements.Ideas.SelectMany(idea => WordCatalogue.Written()[idea].Phrases));

    [Fact]
    public void Ideas_that_the_image_was_not_written_with_are_looked_for_together_too() =>
        WordCatalogue.Together(["late", "failed"]).Phrases.Should().Equal([.. WordCatalogue.Of("late").Phrases, .. WordCatalogue.Of("failed").Phrases]);

    [Fact]
    public void Every_idea_of_a_statement_has_its_name()
    {
        Statements.Ideas.Should().HaveCount(Enum.GetValues<Idea>().Length);
        foreach (var (name, number) in Statements.Ideas.Select((name, number) => (name, number)))
            (WordCatalogue.Written()[name].Phrases[0] is var phrase && new Statements(phrase, phrase).Hold((Idea)number)).Should().BeTrue(name);
    }

    [Fact]
    public void Image_has_every_mark_of_every_kind()
    {
        var (written, imaged) = (KindTable.Written(), KindTable.OfImage(CatalogueFile.OpenImage("kinds.image")));
        var mails = Directory.EnumerateFiles(Repository.Corpus, "*.eml", SearchOption.AllDirectories).Select(mail => BounceMessage.Read(File.ReadAllBytes(mail), new BounceParserOptions())).OfType<BounceMessage>().ToList();
        foreach (var kind in Enum.GetValues<MailKind>())
            mails.Where(mail => new MailKinds(mail, imaged).Bears(kind)).Should().Equal(mails.Where(mail => new MailKinds(mail, written).Bears(kind)), kind.ToString());
    }

    [Fact]
    public void Image_has_every_dialect_of_the_table()
    {
        var rows = CatalogueFile.Open("Dialects.tsv").Rows().Select(row => row.Cells).ToList();
        var imaged = DialectRegistry.All.OfType<WordDialect>().ToList();
        imaged.Select(dialect => (dialect.Name, dialect.Base ?? "shared")).Should().Equal(rows.Select(cells => (cells[0], cells[1])));
        foreach (var (dialect, cells) in imaged.Zip(rows)) dialect.Markers.Should().Equal(cells[3].Split(" | ").Select(marker => FoldedText.Closed(marker).Trim()));
    }

    [Fact]
    public void Image_has_the_defaults_and_names_of_every_reason()
    {
        var file = CatalogueFile.Open("Reasons.tsv");
        foreach (var (number, cells) in file.Rows())
        {
            var reason = file.Member<BounceReason>(number, cells[0]);
            ReasonTable.Of(reason).Should().Be(new ReasonDefaults
            {
                Family = file.Member<ReasonFamily>(number, cells[2]),
                Permanence = cells[7] == "none" ? null : file.Member<Permanence>(number, cells[7]),
                Responsible = file.Member<Responsible>(number, cells[8]),
                Recommendation = file.Member<Recommendation>(number, cells[9]),
            });
            Enum.GetValues<Vocabulary>().Where(vocabulary => vocabulary != Vocabulary.None).Select(vocabulary => ReasonTable.NameOf(reason, vocabulary) ?? "").Should().Equal(cells[3..7].Select(name => name.TrimEnd('*')), cells[0]);
        }

        ReasonTable.Of((BounceReason)9_999).Permanence.Should().Be(Permanence.Unknown);
    }

    [Fact]
    public void Image_has_every_situation_of_the_table()
    {
        var file = CatalogueFile.Open("Situations.tsv");
        var rows = file.Rows().Select(row => (Reason: file.Member<BounceReason>(row.Number, row.Cells[0].Split('/')[0]), Situation: row.Cells[0].Split('/')[1], row.Cells, row.Number)).ToList();
        SituationTable.Situations.Should().BeEquivalentTo(rows.Select(row => (row.Reason, row.Situation))).And.NotBeEmpty();
        foreach (var (reason, situation, cells, number) in rows)
            if (cells[3].Length > 0) SituationTable.Of(reason, situation).Recommendation.Should().Be(file.Member<Recommendation>(number, cells[3]), cells[0]);
        SituationTable.Of(BounceReason.MailboxFull, "nothing").Should().Be(ReasonTable.Of(BounceReason.MailboxFull));
    }
}
