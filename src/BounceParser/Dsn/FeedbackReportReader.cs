namespace BounceParser.Dsn;

/// <summary>Reads a feedback report (RFC 5965): a recipient's complaint.</summary>
internal static class FeedbackReportReader
{
    // Few values are longer.
    private const int Usual = 256;

    /// <summary>What the report says; each member is null when it does not. Never throws for any bytes.</summary>
    public static Feedback Read(ReadOnlySpan<byte> report)
    {
        string? type = null, sourceIp = null, mailFrom = null, rcptTo = null, removal = null, userAgent = null;
        var fields = new ReportFields(report, stackalloc char[Usual]);
        while (fields.Read(out var field))
        {
            var value = field.Value.ToString().Replace('\n', ' ').Trim();
            if (value.Length == 0) continue;
            switch (field.Name)
            {
                case FieldName.FeedbackType: type ??= value.ToLowerInvariant(); break;
                case FieldName.SourceIp: sourceIp ??= Address(value); break;
                case FieldName.OriginalMailFrom: mailFrom ??= AddressField.Address(value); break;
                case FieldName.OriginalRcptTo: rcptTo ??= Named(value); break;
                // The one to take off the list, where the other is redacted (RFC 5965 section 3.2).
                case FieldName.RemovalRecipient: removal ??= Named(value); break;
                case FieldName.UserAgent: userAgent ??= value; break;
                default: break;
            }
        }

        return new Feedback { Type = type, SourceIp = sourceIp, OriginalMailFrom = mailFrom, OriginalRcptTo = rcptTo ?? removal, UserAgent = userAgent };
    }

    private static string Address(string value) =>
        value.Trim('[', ']', ' ') is var bare && bare.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? bare[5..] : value.Trim('[', ']', ' ');

    // "redacted", "redacted@example.org", "[redacted]", a hash without a domain
    private static string? Named(string value) =>
        AddressField.Address(value) is { } address && address.Contains('@') && !address.Contains("redacted", StringComparison.OrdinalIgnoreCase) ? address : null;
}
