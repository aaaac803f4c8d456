using BounceParser.Evidence;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Whom a reply names: nullmailer copies one reply to every recipient.</summary>
internal static class NamedByReply
{
    private static readonly bool[] InAddress = UnitTable.Of('\u0080', unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_' or '+' or '=' or '/' or '&' or '\'' or '#' or '~' or '%');

    /// <summary>True when the reply names addresses, and this recipient is not among them.</summary>
    public static bool IsAnother(ReadOnlySpan<char> said, RecipientEvidence recipient)
    {
        var namesAny = LocalName(said) is { IsEmpty: false } name && !IsLocal(recipient.FinalRecipient, name) && !IsLocal(recipient.OriginalRecipient, name);
        for (int at = 0, next; (next = said[at..].IndexOf('@')) >= 0; at++)
        {
            at += next;
            int start = at, end = at + 1;
            while (start > 0 && IsAddressChar(said[start - 1]) && !AddressLine.ChangesScript(said[start], said[start - 1])) start--;
            while (end < said.Length && IsAddressChar(said[end]) && !(said[end] == '.' && said[end - 1] == '.') && !AddressLine.ChangesScript(said[end - 1], said[end])) end++;
            var named = said[start..end].TrimStart('\'').TrimEnd(".-'");
            if (!MailAddress.IsQualified(named)) continue;
            if (recipient.IsNamedBy(named)) return false;
            // Whom to write to is nobody who was refused.
            namesAny |= !MailOffice.Is(MailAddress.Local(named));
        }

        return namesAny;
    }

    // Empty for none.
    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> words) => Bracketed(words) is { IsEmpty: false } name ? name : BeforeDots(words);

    // Courier: "550 User <bob> unknown".
    private static ReadOnlySpan<char> Bracketed(ReadOnlySpan<char> words)
    {
        const string opening = "User <";
        var at = words.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return default;
        var name = words[(at + opening.Length)..];
        var end = name.IndexOf("> unknown");
        return end > 0 && !name[..end].ContainsAny("@ <") ? name[..end] : default;
    }

    // sendmail: "550 5.1.1 bob... User unknown".
    private static ReadOnlySpan<char> BeforeDots(ReadOnlySpan<char> words)
    {
        var end = words.IndexOf("... User unknown");
        if (end <= 0) return default;
        var start = words[..end].LastIndexOf(' ') + 1;
        var name = words[start..end].Trim("<>");
        return name.Contains('@') || words[..start].ContainsAnyExcept("0123456789. ") ? default : name;
    }

    private static bool IsLocal(ReadOnlySpan<char> address, ReadOnlySpan<char> name) => MailAddress.Local(address).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsAddressChar(char c) => c < InAddress.Length ? InAddress[c] : char.IsLetterOrDigit(c);
}
