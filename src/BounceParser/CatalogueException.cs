namespace BounceParser;

/// <summary>A rule or advice file that cannot be read; thrown only while an interpreter or an advice book is made.</summary>
public sealed class CatalogueException : Exception
{
    /// <summary>Makes the exception with the message <c>file(line): problem</c>, without a line where the file itself is at fault.</summary>
    public CatalogueException(string file, int line, string problem) : base(line == 0 ? $"{file}: {problem}" : $"{file}({line}): {problem}")
    {
        File = file;
        Line = line;
    }

    /// <summary>The file at fault.</summary>
    public string File { get; }

    /// <summary>The line at fault, from 1; 0 when the file itself is.</summary>
    public int Line { get; }
}
