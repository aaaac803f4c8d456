using System.Text;

namespace BounceParser.Fuzz;

/// <summary>Changes an input in one small way that readers of mail stumble over.</summary>
public static class Mutation
{
    private const int LongestRun = 200;
    private const int MostRepeats = 50;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\n", "\r\n", "\r", "\0", " ", "\t", ":", ";", "<", ">", "<>", "@", "\"", "(", ")", "\\", "=", "--", "\n\n", "\n ", "From ", "\nFrom ",
            "550 ", "5.1.1", "550-5.1.1 ", "421 ", "<a@dest.example>", "=?utf-8?q?=", "=?utf-8?b?", "?=", "%s", "\u00c3\u0028", "\u00ff\u00fe", "...", "$", " | ",
            "\nFinal-Recipient: rfc822; ", "\nAction: failed\n", "\nDiagnostic-Code: smtp; ", "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    /// <summary>The input with one change; the same generator in the same state gives the same change.</summary>
    /// <param name="input">What is changed; it is left as it is.</param>
    /// <param name="other">What a part may be taken from.</param>
    /// <param name="random">Decides.</param>
    public static byte[] Of(byte[] input, byte[] other, Random random)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(random);
        var at = random.Next(input.Length + 1);
        var end = Math.Min(input.Length, at + random.Next(1, LongestRun));
        return random.Next(8) switch
        {
            0 => [.. input[..at], (byte)random.Next(256), .. input[Math.Min(at + 1, input.Length)..]],
            1 => [.. input[..at], .. Tokens[random.Next(Tokens.Length)], .. input[at..]],
            2 => [.. input[..at], .. input[end..]],
            3 => [.. input[..at], .. Repeated(input[at..end], random.Next(2, MostRepeats)), .. input[at..]],
            4 => [.. input[..at], .. other[random.Next(other.Length + 1)..]],
            5 => [.. input[..at], .. Repeated(Tokens[random.Next(Tokens.Length)], random.Next(2, LongestRun)), .. input[at..]],
            6 => [.. input[..at], .. input[LineAt(input, random.Next(input.Length + 1))], .. input[at..]],
            _ => input[..at],
        };
    }

    private static byte[] Repeated(byte[] run, int times)
    {
        var all = new byte[run.Length * times];
        for (var time = 0; time < times; time++) run.CopyTo(all, time * run.Length);
        return all;
    }

    private static Range LineAt(ReadOnlySpan<byte> input, int place)
    {
        var start = input[..place].LastIndexOf((byte)'\n') + 1;
        var length = input[start..].IndexOf((byte)'\n') + 1;
        return start..(length == 0 ? input.Length : start + length);
    }
}
