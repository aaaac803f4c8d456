using BounceParser.Text;

namespace BounceParser.Classification.Facts;

/// <summary>The address that a recipient has moved to, and the sender's address that was refused.</summary>
internal static class AddressFacts
{
    private const int Nearby = 64;

    // What servers say, of whom they refuse; the idea newAddress of Catalogue/Words is what people say of themselves, and its words are folded: a text of facts keeps its accents.
    private static readonly WordSearch Moves = new(
        "moved to", "new address", "new email", "new e-mail", "new mail address", "changed to", "changed his address to", "changed her address to", "changed their address to", "forwarding address", "now be reached at",
        "reach me at", "is now", "nouvelle adresse", "a changé d'adresse", "désormais à", "neue adresse", "neue e-mail", "neue mailadresse", "nueva dirección", "nuovo indirizzo", "novo endereço", "nieuwe adres");

    // Only of one that has moved: RFC 5321 section 3.4 says "please try".
    private static readonly WordSearch Invitations = new("try", "use", "instead", "send to", "write to", "essayez", "utilisez", "écrivez à", "contact", "forward to");

    private static readonly WordSearch Recipients = new("rcpt", "recipient", "destinataire");
    private static readonly WordSearch BeforeSender = new("mail from", "mail_from", "sender", "from:", "from <", "from ", "from=", "envelope", "verification failed for", "expéditeur", "expediteur", "émetteur", "emetteur", "absender", "remitente", "mittente", "return path", "return-path");
    private static readonly WordSearch BehindSender = new("sender", "expéditeur", "absender", "does not resolve", "is not allowed to send", "not owned by");

    public static DiagnosisFacts ReadNew(in FactText text, bool moved, DiagnosisFacts facts) =>
        facts.NewAddress is null && MovedTo(text, moved) is { } address ? facts with { NewAddress = address } : facts;

    public static DiagnosisFacts ReadSender(in FactText text, DiagnosisFacts facts) =>
        facts.Sender is null && Sender(text) is { } sender ? facts with { Sender = sender } : facts;

    // The address that follows "has moved to" and the like; of one that has moved, "please try" suffices.
    private static string? MovedTo(in FactText text, bool moved)
    {
        for (var from = 0; from < text.Written.Length;)
        {
            var address = QualifiedAddress.First(text.Written[from..], out var start, out var end);
            if (address.IsEmpty) return null;
            var lead = text.Before(from + start, Nearby);
            if (Moves.IsIn(lead) || (moved && Invitations.IsIn(lead))) return address.ToString();
            from += end;
        }

        return null;
    }

    private static string? Sender(in FactText text)
    {
        for (var from = 0; from < text.Written.Length;)
        {
            var address = QualifiedAddress.First(text.Written[from..], out var start, out var end);
            if (address.IsEmpty) return null;
            if (IsSender(text.Before(from + start, Nearby / 2), text.Behind(from + end, Nearby / 2))) return address.ToString();
            from += end;
        }

        return null;
    }

    private static bool IsSender(ReadOnlySpan<char> lead, ReadOnlySpan<char> tail) =>
        !Recipients.IsIn(lead) && !tail.TrimStart(">: ").StartsWith("recipient")
        && (BeforeSender.IsIn(lead) || BehindSender.IsIn(tail));
}
