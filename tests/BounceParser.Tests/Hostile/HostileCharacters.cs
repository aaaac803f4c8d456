using static BounceParser.Tests.Hostile.HostileText;

namespace BounceParser.Tests.Hostile;

/// <summary>Charsets that change, lie, or do not exist, and characters that should not be there.</summary>
internal static class HostileCharacters
{
    private static readonly string[] Charsets = ["utf-8", "iso-2022-jp", "utf-7", "utf-16", "x-unknown", "windows-1252", "koi8-r", "gb18030", "", "utf-32", "hz-gb-2312", "../../etc/passwd"];

    public static IEnumerable<HostileInput> All { get; } =
    [
        new("alternating charsets", times => Bounce(Each(times, i => $"--b\nContent-Type: text/plain; charset=\"{Charsets[i % Charsets.Length]}\"\n\n\xE9\xFE+AGE-\x1B$B$\"\n"), "Content-Type: multipart/mixed; boundary=b\n"), 20_000),
        new("a charset that does not exist", times => Bounce(Repeat("\xE9", times), "Content-Type: text/plain; charset=" + Repeat("x", 3_000) + "\n"), 10_000_000),
        new("ISO-2022 escapes", times => Bounce(Repeat("\x1B$B\x1B(B", times), "Content-Type: text/plain; charset=iso-2022-jp\n"), 1_000_000),
        new("overlong UTF-8", times => Bounce("Your message could not be delivered to a\xC1\x80" + "dest.example\n" + Repeat("\xC0\xAF\xE0\x80\xAF\xF8\x88\x80\x80\x80", times), "Content-Type: text/plain; charset=utf-8\n"), 1_000_000),
        new("lone surrogates", times => OnVictim(Repeat("\xED\xA0\x80\xED\xBF\xBF", times)), 1_000_000) { Recipient = Victim },
        new("UTF-16 cut in its characters", times => Bounce("\xFF\xFE" + Repeat("\xD8\x3D", times) + "x", "Content-Type: text/plain; charset=utf-16\n"), 3_000_000),
        new("bidi and zero-width characters in addresses", times => Report(Each(times, i => Group(Utf8($"u\u202E{i}\u200B@de\u2066st\u200D.exa\uFEFFmple")))), 20_000),
        new("combining characters", times => Bounce(Utf8("Your message could not be delivered to a" + Repeat("\u0301", times) + "@dest.example")), 3_000_000),
        new("NUL alone", times => Repeat("\0", times), 15_000_000),
        new("carriage returns alone", times => Bounce("It failed.", "X: y\n").Replace('\n', '\r') + Repeat("\r", times), 15_000_000),
        new("CR CR LF", times => Bounce(Repeat("550 no\r\r\n", times)), 1_500_000),
        new("all bytes in turn", times => Each(times, i => ((char)(i % 256)).ToString()), 5_000_000),
        new("terminal escapes", times => OnVictim(Repeat("\x1B[2J\x1B]0;x\a", times)), 1_000_000) { Recipient = Victim },
        new("words without spaces", times => Bounce(Utf8(Repeat("宛先メールアドレスが見つかりません", times))), 200_000),
        new("letters whose case has another length", times => Bounce(Utf8(Repeat("İẞŉ", times) + " User unknown <a@dest.example>")), 1_000_000),
    ];
}
