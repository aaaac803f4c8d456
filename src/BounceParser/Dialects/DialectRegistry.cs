using BounceParser.Catalogue;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Every dialect there is, and the choice among them.</summary>
/// <remarks>The claim with the most markers wins, then the earlier one; a dialect beats the one that it refines.</remarks>
internal static class DialectRegistry
{
    // The list, not reflection, keeps trimming safe; a test fails when a dialect is missing here.
    private static readonly Dialect[] Written =
    [
        new Qmail(), new Postfix(), new Exim(), new Sendmail(), new Courier(), new OpenSmtpd(), new Dma(), new Nullmailer(), new Smail(), new Notes(), new Fml(),
        new Smtplib(), new JavaMail(), new Nodemailer(), new PhpMailer(), new DotNetMail(), new Lettre(),
    ];

    // So many markers are no chance.
    private const int Certain = 2;
    private const int LongestUnnamed = 2_000;

    private static readonly (List<Dialect> Dialects, MarkerIndex Markers, WordsBeyondReply BeyondReply) Known = CatalogueFile.Imaged("dialects.image", OfImage, OfTable);

    /// <summary>The dialects that have a layout of their own, then those of the table.</summary>
    public static IReadOnlyList<Dialect> All => Known.Dialects;

    /// <summary>The dialect that the text is in; null when no marker of any stands in it.</summary>
    public static Dialect? Recognise(BounceText text) => Claims(text) is [var first, ..] ? first.Dialect : null;

    /// <summary>All dialects that claim the text, the strongest claim first. The returned message may be a bounce of another program.</summary>
    public static Claim[] Claims(BounceText text) => Known.Markers.Claims(text.Mail, text.FoldedToOriginal);

    /// <summary>What tells a bare reply from the words of any.</summary>
    public static WordsBeyondReply BeyondReply => Known.BeyondReply;

    /// <summary>What the text says, in its dialect or else as the shared reader understands it; null when it tells of no delivery.</summary>
    public static BounceEvidence? Read(BounceText text) => Read(text, Claims(text));

    /// <summary>The same where no other dialects claim it than these.</summary>
    public static BounceEvidence? Read(BounceText text, Claim[] claims)
    {
        string? unread = null;
        foreach (var (dialect, markers) in claims)
        {
            if (markers >= Certain) unread ??= dialect.Name;
            if (dialect.Read(text) is not { } evidence) continue;
            // One phrase and nobody named: the words of a server that another program repeats.
            if (evidence.Recipients.Count == 0 && markers < Certain) continue;
            if (evidence.Dialect is null) evidence = evidence with { Dialect = dialect.Name };
            return evidence.Recipients.Count == 0 || IsNamedAround(evidence, text) ? WithSharedRecipients(evidence, text) : evidence;
        }

        // Who wrote it is known, though it names nobody: the headers may.
        return text.Shared ?? (unread is null ? null : new BounceEvidence { Dialect = unread, OriginalStart = text.OriginalStart, Recipients = Unnamed(text) });
    }

    // A transcript names nobody, and the report around it does; in what was pasted, an address in the words themselves may be anybody's, unless several are named.
    private static bool IsNamedAround(BounceEvidence evidence, BounceText text) =>
        evidence.Recipients is [{ FinalRecipient: null, LocalName: null }] && text.Shared?.Recipients is { Count: > 0 } shared
        && shared.All(recipient => recipient.FinalRecipient is { } address && (text.Mail is not null || shared.Count > 1 || !Caseless.Contains(recipient.DiagnosticText, address)));

    // What a short report of a known program says without a name, it says of whom the status part names.
    private static IReadOnlyList<RecipientEvidence> Unnamed(BounceText text) =>
        text.Words is { Length: > 0 and <= LongestUnnamed } words ? [new RecipientEvidence { DiagnosticText = words }] : [];

    private static BounceEvidence WithSharedRecipients(BounceEvidence evidence, BounceText text) =>
        text.Shared is { } shared
            ? evidence with { Recipients = shared.Recipients, OriginalStart = evidence.OriginalStart ?? shared.OriginalStart, ReportingMta = evidence.ReportingMta ?? shared.ReportingMta }
            : evidence;

    /// <summary>The dialects and their markers as the library's build writes them.</summary>
    public static byte[] ToImage()
    {
        var (dialects, markers, beyondReply) = OfTable();
        var image = new ImageWriter();
        WordDialect.Write(image, dialects);
        markers.Write(image);
        beyondReply.Write(image);
        return image.ToArray();
    }

    private static (List<Dialect> Dialects, MarkerIndex Markers, WordsBeyondReply BeyondReply) OfTable()
    {
        var dialects = WordDialect.All(Written);
        var markers = new MarkerIndex(dialects);
        return (dialects, markers, new WordsBeyondReply(markers.Phrases));
    }

    private static (List<Dialect> Dialects, MarkerIndex Markers, WordsBeyondReply BeyondReply) OfImage(ReadOnlyMemory<byte> bytes)
    {
        var image = new ImageReader(bytes);
        var dialects = WordDialect.Read(Written, ref image);
        return (dialects, MarkerIndex.Read(dialects, ref image), WordsBeyondReply.Read(ref image));
    }
}
