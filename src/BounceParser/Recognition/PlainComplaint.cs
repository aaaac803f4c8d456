using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>Reads a complaint that is no feedback report: a mail that is sent on, or a wish to be left alone.</summary>
internal static class PlainComplaint
{
    // Microsoft's name for who complained.
    private const string Complainant = "X-HmXmrOriginalRecipient";

    /// <summary>What the mail says, in the terms of a feedback report (RFC 5965).</summary>
    public static Feedback Read(BounceMessage mail) => mail.Returned is { IsEmpty: false } returned
        ? new Feedback
        {
            Type = "abuse",
            OriginalRcptTo = AddressIn(returned.Header(Complainant)),
            OriginalMailFrom = AddressIn(returned.Header("Return-Path")),
            SourceIp = mail.Header("Subject") is { } subject && subject.LastIndexOf(' ') is >= 0 and var last && System.Net.IPAddress.TryParse(subject.AsSpan(last + 1), out var address) ? address.ToString() : null,
        }
        : new Feedback { Type = "opt-out", OriginalRcptTo = AddressIn(mail.Header("From")) };

    private static string? AddressIn(string? header) => header is null ? null : AddressLine.First(header);
}
