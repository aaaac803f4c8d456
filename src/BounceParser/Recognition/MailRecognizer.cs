using BounceParser.Mime;

namespace BounceParser.Recognition;

/// <summary>What a mail looks like before its text is read.</summary>
internal enum MailShape { Ordinary, MaybeBounce, Bounce, Report, Complaint, Disposition, AutoReply, Challenge }

/// <summary>Tells from headers and structure what kind of mail this is; the marks are data.</summary>
internal static class MailRecognizer
{
    private static readonly Lazy<ILookup<string, KindMark>> Marks = new(ReadMarks);

    public static MailShape ShapeOf(BounceMessage message)
    {
        if (message.FeedbackReport is not null) return MailShape.Complaint;
        if (message.DispositionNotification is not null) return MailShape.Disposition;
        if (message.DeliveryStatus is not null) return MailShape.Report;
        var header = (Func<string, string?>)message.DecodedHeader;
        var fromBouncer = Bears("sender", header) || message.ReportType == "delivery-status";
        var asBounce = Bears("subject", header);
        if (Bears("challenge", header)) return MailShape.Challenge;
        // The name of the sender proves nothing: Exchange sends absence notices from postmaster@.
        if (!asBounce && header("x-failed-recipients") is null && IsAutoReply(header)) return MailShape.AutoReply;
        if (Bears("reply", header) && !fromBouncer) return MailShape.Ordinary;
        if (fromBouncer) return MailShape.Bounce;
        return asBounce && !Bears("list", header) ? MailShape.MaybeBounce : MailShape.Ordinary;
    }

    // Exim and others stamp their own bounces auto-replied: a daemon is no person who is away.
    private static bool IsAutoReply(Func<string, string?> header) => Bears("autoReply", header) || (Bears("autoSubmitted", header) && !Bears("daemon", header));

    private static bool Bears(string kind, Func<string, string?> header) => Marks.Value[kind].Any(mark => mark.Holds(header));

    private static ILookup<string, KindMark> ReadMarks()
    {
        const string file = "Kinds/kinds.rules";
        using var stream = typeof(MailRecognizer).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var marks = new List<KindMark>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.Length > 0 && line[0] != '#') marks.Add(KindMark.Read(file, number, line));
        return marks.ToLookup(mark => mark.Kind);
    }
}
