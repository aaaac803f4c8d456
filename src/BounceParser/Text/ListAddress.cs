namespace BounceParser.Text;

/// <summary>Tells a list's own address by the one that it takes its bounces at: <c>owner-roses@host</c> of <c>roses@host</c>.</summary>
/// <remarks>RFC 2142 section 6 for <c>-request</c>; the others are Majordomo's, LISTSERV's, Mailman's and ezmlm's.</remarks>
internal static class ListAddress
{
    private static readonly string[] Before = ["owner-", "bounce-", "bounces-", "errors-", "request-"];
    private static readonly string[] Behind = ["-owner", "-request", "-bounces", "-bounce", "-errors", "-error", "-admin", "-return"];

    // What a list is told by writing to it.
    private static readonly string[] Commands = ["-subscribe", "-unsubscribe", "-join", "-leave", "-help", "-digest"];

    /// <summary>True for an address that takes commands, <c>roses-subscribe@host</c>: nobody is written to there.</summary>
    public static bool IsCommand(ReadOnlySpan<char> address)
    {
        var name = address[..Math.Max(0, address.LastIndexOf('@'))];
        foreach (var command in Commands)
            if (name.EndsWith(command, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>True when <paramref name="manager"/> takes the bounces of the list <paramref name="address"/>.</summary>
    public static bool IsOf(string address, string manager)
    {
        var at = address.LastIndexOf('@');
        var managerAt = manager.LastIndexOf('@');
        if (at <= 0 || managerAt <= 0 || !address.AsSpan(at).Equals(manager.AsSpan(managerAt), StringComparison.OrdinalIgnoreCase)) return false;
        ReadOnlySpan<char> list = address.AsSpan(0, at), name = manager.AsSpan(0, managerAt);
        foreach (var affix in Before)
            if (name.Length == affix.Length + list.Length && name.StartsWith(affix, StringComparison.OrdinalIgnoreCase) && name.EndsWith(list, StringComparison.OrdinalIgnoreCase)) return true;
        if (name.Length <= list.Length || !name.StartsWith(list, StringComparison.OrdinalIgnoreCase)) return false;
        // "roses-bounces+user=host", "roses-return-12-user=host"
        foreach (var affix in Behind)
            if (name[list.Length..].StartsWith(affix, StringComparison.OrdinalIgnoreCase) && (name.Length == list.Length + affix.Length || name[list.Length + affix.Length] is '+' or '-')) return true;
        return false;
    }
}
