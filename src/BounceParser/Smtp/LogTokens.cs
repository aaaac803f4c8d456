using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>What the log lines of several programs share.</summary>
internal static class LogTokens
{
    /// <summary>An address between angle brackets, possibly empty.</summary>
    public static readonly Parser<string> Path =
        from open in Token.Literal("<")
        from address in Token.Past(">")
        select address;

    /// <summary>The queue's name of a message, with the colon behind it.</summary>
    public static readonly Parser<string> QueueId =
        from id in Token.Except(": \t=<")
        from colon in Token.Literal(": ")
        from gap in Token.White
        select id;

    /// <summary>What stands between a label and its end; null without the label, the rest without the end.</summary>
    public static string? Field(string text, string label, char end)
    {
        var at = text.IndexOf(label, StringComparison.Ordinal);
        if (at < 0) return null;
        var value = text.AsSpan(at + label.Length);
        return (value.IndexOf(end) is >= 0 and var stop ? value[..stop] : value).ToString();
    }
}
