using Sprache;

namespace BounceParser.Text;

/// <summary>A Sprache input that jumps over a whole token at once.</summary>
/// <remarks>Sprache's own input makes an object and a dictionary for each character; this one a small object for each token.</remarks>
internal sealed class TokenInput(string source, int position) : IInput
{
    private Dictionary<object, object>? _memos;

    public TokenInput(string source)
        : this(source, 0)
    {
    }

    public string Source => source;
    public int Position => position;
    public bool AtEnd => position >= source.Length;
    public char Current => source[position];

    /// <summary>From 1; counted only when asked for, since only error messages want it.</summary>
    public int Line => source.AsSpan(0, position).Count('\n') + 1;

    /// <summary>From 1.</summary>
    public int Column => position - source.AsSpan(0, position).LastIndexOf('\n');

    public IDictionary<object, object> Memos => _memos ??= [];

    /// <summary>What is left to read.</summary>
    public ReadOnlySpan<char> Rest => source.AsSpan(position);

    public IInput Advance() => Jump(1);

    /// <summary>The input that stands <paramref name="length"/> characters further on.</summary>
    public TokenInput Jump(int length) => length == 0 ? this : new TokenInput(source, position + length);

    public bool Equals(IInput? other) => other is TokenInput && other.Position == position && ReferenceEquals(other.Source, source);

    public override bool Equals(object? obj) => obj is IInput other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(source.Length, position);
}
