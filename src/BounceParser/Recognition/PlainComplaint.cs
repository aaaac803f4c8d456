using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>Reads a complaint that is no feedback report: a mail that is sent on, or a wish to be left alone.</summary>
internal static class PlainComplaint
{
    // Microsoft's name for who complained.
    private const string Complainant = "X-HmXmrOriginalRecipient";

    /// <summary>What the mail says, in the terms of a feedback report (RFC 5965).</summary>
    public static Feedback Read(BounceMessage mail) => mail.HasHeader("x-apple-unsubscribe")
        // Who wishes to be left alone writes it himself.
        ? new Feedback { Type = "opt-out", OriginalRcptTo = AddressIn(mail.Header("From")) }
        : new Feedback
        {
            Type = "abuse",
            OriginalRcptTo = AddressIn(mail.Returned?.Header(Complainant)),
            OriginalMailFrom = AddressIn(mail.Returned?.Header("Return-Path")),
            SourceIp = AddressOf(mail.Header("X-SpamCop-sourceip")) ?? (mail.Header("Subject") is { } subject ? AddressOf(subject[(subject.LastIndexOf(' ') + 1)..]) : null),
        };

    // "4711" is a number, though it may stand for an address of four bytes.
    private static string? AddressOf(string? words) =>
        words is not null && (words.Contains(':') || words.AsSpan().Count('.') == 3) && System.Net.IPAddress.TryParse(words.Trim(), out var address) ? address.ToString() : null;

    private static string? AddressIn(string? header) => header is null ? null : AddressLine.First(header);
}
