using System.Buffers;
using System.Text;
using BounceParser.Evidence;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Reads one line that is the refusal of a server and nothing else. Linear in the line.</summary>
/// <remarks>It says what the readers of logs, fields and reports would say together; null wherever one of them might find more.</remarks>
internal static class BareReply
{
    // Readers of reports look no further back for the code of an address.
    private const int Longest = 400;

    // What fields, log lines and JSON are made of is missing, and so is what folding would change.
    private static readonly SearchValues<char> Plain = SearchValues.Create(Array.FindAll(UnitTable.Of('~' + 1, unit => unit), unit => unit is >= ' ' and not ('=' or '{' or '`')));

    /// <summary>What the line says; null when it is no bare reply.</summary>
    public static BounceEvidence? Read(string text)
    {
        if (!IsReply(text) || text.AsSpan().ContainsAnyExcept(Plain) || text.AsSpan().IndexOf("  ") >= 0) return null;
        Span<char> folded = stackalloc char[text.Length + 1];
        Ascii.ToLower(text, folded, out var length);
        // Some phrases end with a space.
        folded[length] = ' ';
        if (DialectRegistry.BeyondReply.AreIn(folded, isFinal: text[0] == '5') || folded.IndexOf("talking to ") >= 0 || !NamesAtMostOne(text, folded, out var recipient)) return null;
        return new BounceEvidence { Recipients = [new RecipientEvidence { FinalRecipient = recipient, DiagnosticText = text }] };
    }

    private static bool IsReply(string text) =>
        text.Length <= Longest && text is ['4' or '5', _, _, ' ', .., not ' '] && ReplyScanner.At(text, 0) is { Rank: 0 };

    private static bool NamesAtMostOne(string text, ReadOnlySpan<char> folded, out string? recipient)
    {
        recipient = null;
        var at = text.IndexOf('@');
        if (at < 0) return true;
        if (text.IndexOf('@', at + 1) >= 0) return false;
        if (AddressLine.First(text, out var start, out var end) is not { } address) return true;
        // Behind a label, or with nothing behind it, it may stand in a list; "550 M a@b" may be a size.
        if (text.AsSpan(0, start).Contains(':') || text.AsSpan(end).Trim('>').IsEmpty || ReplyScanner.At(folded[..start], 0) is null) return false;
        if (MailAddress.IsQualified(address) && RepliedAddress.StandingAt(folded, start, end) is not null) recipient = address;
        return true;
    }
}
