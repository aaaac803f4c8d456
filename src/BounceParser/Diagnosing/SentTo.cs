using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Finds the address that a bounce was sent to, which is the return path of our mail.</summary>
internal static class SentTo
{
    private const int LongestField = 1_024;

    // The envelope first: what a person reads in To may be another's.
    private static readonly string[] Fields = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to"];

    /// <summary>The first of these addresses that something is coded into, else the first; null when none is known.</summary>
    /// <param name="mail">The bounce.</param>
    /// <param name="returned">What it returns.</param>
    /// <param name="mailFrom">The envelope sender that a feedback report tells.</param>
    public static ReturnPath? Read(BounceMessage mail, ReturnedMessage? returned, string? mailFrom = null)
    {
        ReturnPath? plain = null;
        foreach (var field in Fields)
            if (Coded(mail.Header(field), ref plain) is { } coded) return coded;
        return Coded(returned?.Header("return-path"), ref plain) ?? Coded(mailFrom, ref plain) ?? plain;
    }

    // The address of the field when something is coded into it; else it is the plain one, if it is the first.
    private static ReturnPath? Coded(string? field, ref ReturnPath? plain)
    {
        if (field is null || AddressLine.First(field.AsSpan(0, Math.Min(field.Length, LongestField))) is not { } address) return null;
        var path = ReturnPathReader.Read(address);
        if (path is not { Recipient: null, SrsSignature: null, BatvSignature: null }) return path;
        plain ??= path;
        return null;
    }
}
