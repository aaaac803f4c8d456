namespace BounceParser;

/// <summary>One message of an mbox.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Offset">Where its <c>From </c> line starts, in bytes.</param>
/// <param name="Report">What it says.</param>
public sealed record MailboxEntry(int Index, long Offset, BounceReport Report);
