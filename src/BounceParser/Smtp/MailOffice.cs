namespace BounceParser.Smtp;

/// <summary>Addresses to which one writes about mail: a server that names one seldom means that it refused it.</summary>
internal static class MailOffice
{
    private static readonly string[] Names = ["postmaster", "abuse", "hostmaster", "mailmaster", "delist", "unblock"];

    /// <summary>True for the local part of such an address.</summary>
    public static bool Is(ReadOnlySpan<char> local)
    {
        foreach (var name in Names)
            if (local.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
