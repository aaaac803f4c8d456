namespace BounceParser.Dialects;

/// <summary>An address in a position where reports name who did not get the mail.</summary>
/// <param name="Address">The address, as written.</param>
/// <param name="Line">The line of the report that it stands in.</param>
/// <param name="Said">What follows it in its line; empty when nothing does.</param>
/// <param name="Standing">How surely the position is a recipient's.</param>
internal readonly record struct RecipientPlace(string Address, int Line, string Said, PlaceStanding Standing);

/// <summary>How surely a position is a recipient's; the surest that a report has is used alone.</summary>
internal enum PlaceStanding
{
    /// <summary>In a list or under a label, with an announcement before it or a reason behind it.</summary>
    Listed,

    /// <summary>At the start of a line, nothing more.</summary>
    Alone,

    /// <summary>In the sentence that says that delivery failed.</summary>
    Told,

    /// <summary>In a RCPT command.</summary>
    Commanded,

    /// <summary>In the To: of the returned message's summary.</summary>
    Addressed,

    /// <summary>In the words of the server that refused.</summary>
    Replied,
}
