using System.Buffers;

namespace BounceParser.Text;

/// <summary>Addresses of a host that may exist, as they stand in a sentence.</summary>
internal static class QualifiedAddress
{
    private const int Longest = 320;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\n\r\"()[]{}<>,;:|\\");

    /// <summary>The address around the first <c>@</c>; empty when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the address starts.</param>
    /// <param name="end">Where to look on.</param>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> text, out int start, out int end)
    {
        (start, end) = (0, 0);
        while (text[end..].IndexOf('@') is >= 0 and var found)
        {
            var sign = end + found;
            start = text[end..sign].LastIndexOfAny(Ends) + 1 + end;
            var length = text[sign..].IndexOfAny(Ends);
            end = length < 0 ? text.Length : sign + length;
            // "a@b.example...User unknown"
            if (text[sign..end].IndexOf("..") is > 1 and var dots) end = sign + dots;
            // "smtp.mailfrom=anna@origin.example"
            if (text[start..sign].LastIndexOf("from=") is >= 0 and var label) start += label + 5;
            while (start < sign && text[start] is '\'' or '=' or '.') start++;
            var address = text[start..end].TrimEnd(".!?'");
            if (sign > start && address.Length is > 2 and <= Longest && HostName.Is(address[(sign - start + 1)..])) return address;
        }

        return default;
    }
}
