using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>A header that marks look at, or the beginning of the text: the words that they look for there, and the signs that each gives.</summary>
internal sealed class KindField
{
    /// <summary>Stands before a value, so that the words at its start are words like any other; no folded text holds it.</summary>
    public const char Beginning = '\n';

    private const int MostOnStack = 1_024;

    private readonly HeaderName _name;
    private readonly PhraseIndex? _phrases;
    private readonly UInt128[] _signs;
    private readonly UInt128 _presence;

    /// <param name="name">The header's name.</param>
    /// <param name="signs">What each phrase gives; the empty one is always there.</param>
    public KindField(string name, IReadOnlyDictionary<string, UInt128> signs)
    {
        string[] phrases = [.. signs.Keys.Where(phrase => phrase.Length > 0)];
        _name = name;
        _phrases = phrases.Length == 0 ? null : new PhraseIndex(phrases);
        _signs = [.. phrases.Select(phrase => signs[phrase])];
        _presence = signs.GetValueOrDefault("");
    }

    private KindField(ref ImageReader image)
    {
        _name = image.Text();
        _phrases = image.Number() == 0 ? null : PhraseIndex.Read(ref image);
        _signs = image.Array<UInt128>();
        _presence = image.Array<UInt128>()[0];
    }

    /// <summary>All signs that it can give.</summary>
    public UInt128 Signs
    {
        get
        {
            var all = _presence;
            foreach (var signs in _signs) all |= signs;
            return all;
        }
    }

    public static KindField Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        image.Text(_name.Text);
        image.Number(_phrases is null ? 0 : 1);
        _phrases?.Write(image);
        image.Array<UInt128>(_signs);
        image.Array<UInt128>([_presence]);
    }

    /// <summary>The signs that the mail's first header of that name gives, in one search of it; none when there is none.</summary>
    public UInt128 Of(BounceMessage mail)
    {
        if (!mail.TryRawHeader(_name, out var raw)) return 0;
        if (_phrases is null) return _presence;
        Span<char> room = stackalloc char[MostOnStack];
        // What may be an encoded word must be decoded first.
        return raw.Length < MostOnStack && raw.IndexOfAny((byte)'=', (byte)0) < 0 && FoldedText.TryClosed(raw, room[1..], out var length)
            ? Found(room[..(length + 1)]) : Of(mail.DecodedHeader(_name));
    }

    /// <summary>The signs that a value gives.</summary>
    public UInt128 Of(ReadOnlySpan<char> value)
    {
        var room = value.Length < MostOnStack ? stackalloc char[MostOnStack] : new char[value.Length + 1];
        return Found(room[..(FoldedText.Closed(value, room[1..]).Length + 1)]);
    }

    private UInt128 Found(Span<char> folded)
    {
        if (_phrases is null) return _presence;
        folded[0] = Beginning;
        var taker = new Taker(_signs, folded);
        _phrases.Find(folded, ref taker);
        return _presence | taker.Taken;
    }

    private ref struct Taker(ReadOnlySpan<UInt128> signs, ReadOnlySpan<char> folded) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<UInt128> _signs = signs;
        private readonly ReadOnlySpan<char> _folded = folded;

        public UInt128 Taken { get; private set; }

        public void Visit(int phrase, int start, int length)
        {
            if (PhraseSet.BeginsWord(_folded, start)) Taken |= _signs[phrase];
        }
    }
}
