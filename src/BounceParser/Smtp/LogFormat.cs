namespace BounceParser.Smtp;

/// <summary>One program's way of writing its log: how to recognise a line, and how to read it.</summary>
internal abstract class LogFormat
{
    /// <summary>The name in reports, that of the program's dialect; null where the program is not known.</summary>
    public abstract string? Name { get; }

    /// <summary>One of these stands in every line that is read; none for a file of records, whose lines begin in a way of their own.</summary>
    public virtual IReadOnlyList<string> Marks => [];

    /// <summary>What the line says of one delivery; null for one that says nothing of any, and for a line of another program.</summary>
    /// <param name="line">The line without what a log writes before it; a record as it stands.</param>
    public abstract LogEvidence? Read(string line);
}
