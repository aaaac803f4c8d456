using Sprache;

namespace BounceParser.Text;

/// <summary>What a parser read, and where it stopped.</summary>
internal sealed class TokenResult<T> : IResult<T>
{
    private readonly string? _expected;

    private TokenResult(T value, IInput remainder, string? expected) => (Value, Remainder, _expected) = (value, remainder, expected);

    public T Value { get; }
    public IInput Remainder { get; }
    public bool WasSuccessful => _expected is null;
    public string Message => WasSuccessful ? "" : "unexpected text";
    public IEnumerable<string> Expectations => _expected is null ? [] : [_expected];

    public static TokenResult<T> Success(T value, IInput remainder) => new(value, remainder, null);

    public static TokenResult<T> Failure(IInput input, string expected) => new(default!, input, expected);
}
