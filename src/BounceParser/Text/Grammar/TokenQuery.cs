using Sprache;

namespace BounceParser.Text.Grammar;

/// <summary>Query syntax over Sprache parsers, without the lists of expectations that Sprache builds at each step.</summary>
/// <remarks>
/// A grammar that wants it names this namespace inside its own (<c>namespace X; using BounceParser.Text.Grammar;</c>), where it goes
/// before Sprache's own operators of the same names.
/// </remarks>
internal static class TokenQuery
{
    public static Parser<TResult> Select<TSource, TResult>(this Parser<TSource> parser, Func<TSource, TResult> convert) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? TokenResult<TResult>.Success(convert(result.Value), result.Remainder) : Failed<TSource, TResult>(result);
    };

    public static Parser<TResult> SelectMany<TSource, TNext, TResult>(
        this Parser<TSource> parser, Func<TSource, Parser<TNext>> next, Func<TSource, TNext, TResult> join) => input =>
    {
        var first = parser(input);
        if (!first.WasSuccessful) return Failed<TSource, TResult>(first);
        var second = next(first.Value)(first.Remainder);
        return second.WasSuccessful
            ? TokenResult<TResult>.Success(join(first.Value, second.Value), second.Remainder)
            : Failed<TNext, TResult>(second);
    };

    public static Parser<T> Where<T>(this Parser<T> parser, Func<T, bool> holds) => input =>
    {
        var result = parser(input);
        return !result.WasSuccessful || holds(result.Value) ? result : TokenResult<T>.Failure(input, "another value");
    };

    /// <summary>The first parser that succeeds, from the same place.</summary>
    public static Parser<T> Or<T>(this Parser<T> first, Parser<T> second) => input =>
    {
        var result = first(input);
        return result.WasSuccessful ? result : second(input);
    };

    /// <summary>The parser's value, or null from the same place when it fails.</summary>
    public static Parser<T?> OrNull<T>(this Parser<T> parser)
        where T : class => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? TokenResult<T?>.Success(result.Value, result.Remainder) : TokenResult<T?>.Success(null, input);
    };

    /// <summary>The value when the parser reads the start of a text; null when it does not.</summary>
    public static T? Read<T>(this Parser<T> parser, string text)
        where T : class
    {
        var result = parser(new TokenInput(text));
        return result.WasSuccessful ? result.Value : null;
    }

    private static TokenResult<TResult> Failed<TSource, TResult>(IResult<TSource> result) =>
        TokenResult<TResult>.Failure(result.Remainder, "");
}
