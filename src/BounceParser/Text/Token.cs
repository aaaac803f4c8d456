using System.Buffers;
using Sprache;

namespace BounceParser.Text;

/// <summary>Parsers that take a whole token at once from a <see cref="TokenInput"/>. Linear, and they never look back.</summary>
internal static class Token
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\u00A0");

    /// <summary>One digit or more.</summary>
    public static readonly Parser<string> Digits = Taken("digits", static rest => OrAll(rest, rest.IndexOfAnyExceptInRange('0', '9')));

    /// <summary>One character or more that are no white space.</summary>
    public static readonly Parser<string> Word = Taken("a word", static rest => OrAll(rest, rest.IndexOfAny(Blanks)));

    /// <summary>White space, possibly none.</summary>
    public static readonly Parser<int> White = Skipped("white space", 0);

    /// <summary>White space, at least one.</summary>
    public static readonly Parser<int> Gap = Skipped("white space", 1);

    /// <summary>Everything that is left.</summary>
    public static readonly Parser<string> Rest = Spanned("the rest", static rest => rest.Length);

    /// <summary>What stands between two double quotes, a backslash taking the next character as it is.</summary>
    public static readonly Parser<string> Quoted = ReadQuoted;

    /// <summary>Everything before the next <paramref name="delimiter"/>, which must be there and is not taken.</summary>
    public static Parser<string> Until(char delimiter) => Spanned($"'{delimiter}'", rest => rest.IndexOf(delimiter));

    /// <inheritdoc cref="Until(char)"/>
    public static Parser<string> Until(string delimiter) => Spanned($"\"{delimiter}\"", rest => rest.IndexOf(delimiter, StringComparison.Ordinal));

    /// <summary>Everything before the next <paramref name="delimiter"/>, which must be there and is taken too.</summary>
    public static Parser<string> Past(string delimiter)
    {
        var expected = $"\"{delimiter}\"";
        return input => input is TokenInput token && token.Rest.IndexOf(delimiter, StringComparison.Ordinal) is >= 0 and var length
            ? TokenResult<string>.Success(token.Rest[..length].ToString(), token.Jump(length + delimiter.Length))
            : TokenResult<string>.Failure(input, expected);
    }

    /// <summary>Everything before the last <paramref name="delimiter"/>, which must be there and is not taken.</summary>
    public static Parser<string> UntilLast(string delimiter) => Spanned($"\"{delimiter}\"", rest => rest.LastIndexOf(delimiter, StringComparison.Ordinal));

    /// <summary>One character or more, none of them one of <paramref name="stops"/>.</summary>
    public static Parser<string> Except(string stops)
    {
        var values = SearchValues.Create(stops);
        return Taken("text", rest => OrAll(rest, rest.IndexOfAny(values)));
    }

    /// <summary>Exactly these characters, whatever their case.</summary>
    public static Parser<string> Literal(string text)
    {
        var expected = $"\"{text}\"";
        return input => input is TokenInput token && token.Rest.StartsWith(text, StringComparison.OrdinalIgnoreCase)
            ? TokenResult<string>.Success(text, token.Jump(text.Length))
            : TokenResult<string>.Failure(input, expected);
    }

    /// <summary>The first of these words, whatever its case, that stands here; its spelling in the list is the result.</summary>
    public static Parser<string> OneOf(params string[] words) => input =>
    {
        if (input is TokenInput token)
            foreach (var word in words)
                if (token.Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return TokenResult<string>.Success(word, token.Jump(word.Length));
        return TokenResult<string>.Failure(input, "one of the known words");
    };

    // Length of the token, from the text that is left: below 1 fails.
    private static Parser<string> Taken(string expected, Func<ReadOnlySpan<char>, int> measure) => Measured(expected, measure, 1);

    private static Parser<string> Spanned(string expected, Func<ReadOnlySpan<char>, int> measure) => Measured(expected, measure, 0);

    private static Parser<string> Measured(string expected, Func<ReadOnlySpan<char>, int> measure, int least) => input =>
    {
        if (input is not TokenInput token) return TokenResult<string>.Failure(input, expected);
        var length = measure(token.Rest);
        return length < least
            ? TokenResult<string>.Failure(input, expected)
            : TokenResult<string>.Success(token.Rest[..length].ToString(), token.Jump(length));
    };

    private static Parser<int> Skipped(string expected, int least) => input =>
    {
        if (input is not TokenInput token) return TokenResult<int>.Failure(input, expected);
        var length = OrAll(token.Rest, token.Rest.IndexOfAnyExcept(Blanks));
        return length < least ? TokenResult<int>.Failure(input, expected) : TokenResult<int>.Success(length, token.Jump(length));
    };

    private static IResult<string> ReadQuoted(IInput input)
    {
        const string expected = "a quoted text";
        if (input is not TokenInput token || !token.Rest.StartsWith('"')) return TokenResult<string>.Failure(input, expected);
        var rest = token.Rest;
        var escaped = false;
        for (var index = 1; index < rest.Length; index++)
        {
            if (rest[index] == '\\')
            {
                escaped = true;
                index++;
            }
            else if (rest[index] == '"')
            {
                var text = rest[1..index].ToString();
                return TokenResult<string>.Success(escaped ? Unescaped(text) : text, token.Jump(index + 1));
            }
        }

        return TokenResult<string>.Failure(input, expected);
    }

    private static string Unescaped(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 1 < text.Length) index++;
            kept.Append(text[index]);
        }

        return kept.ToString();
    }

    private static int OrAll(ReadOnlySpan<char> rest, int length) => length < 0 ? rest.Length : length;
}
