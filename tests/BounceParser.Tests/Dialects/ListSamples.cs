using BounceParser.Tests.Support;

namespace BounceParser.Tests.Dialects;

/// <summary>Bounces of a program that nobody knows, which may list several people, and whom they name.</summary>
internal static class ListSamples
{
    public static BounceReport Bounce(string text, string type = "text/plain", string subject = "Undelivered mail", string from = "MAILER-DAEMON@gate.example") =>
        Mail.Interpret($"Return-Path: <>\nFrom: {from}\nTo: boss@origin.example\nSubject: {subject}\nContent-Type: {type}; charset=utf-8\n\n{text}\n");

    public static IEnumerable<string?> Recipients(BounceReport report) => report.Diagnoses.Select(diagnosis => diagnosis.FinalRecipient);
}
