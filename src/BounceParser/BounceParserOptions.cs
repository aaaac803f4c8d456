using System.Runtime.CompilerServices;

namespace BounceParser;

/// <summary>Limits and own data of a <see cref="BounceInterpreter"/>; copied when it is made.</summary>
/// <remarks>Each limit is at least 1 and has no upper bound but memory and time; the constructor of the interpreter refuses any other, by its name.</remarks>
public sealed record BounceParserOptions
{
    internal const int DefaultClassifiedChars = 4_096;

    /// <summary>How much of one message is read, in bytes; the rest is dropped. 16 MB.</summary>
    public int MaxMessageBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How much of one text part is read, in bytes. 256 KB.</summary>
    public int MaxTextBytes { get; init; } = 256 * 1024;

    /// <summary>The largest header with its folding, in bytes; the rest of it is dropped. 64 KB.</summary>
    public int MaxHeaderBytes { get; init; } = 64 * 1024;

    /// <summary>The largest block of headers, in bytes. 1 MB.</summary>
    public int MaxHeaderBlockBytes { get; init; } = 1024 * 1024;

    /// <summary>How many headers of one block are read. 5,000.</summary>
    public int MaxHeaders { get; init; } = 5_000;

    /// <summary>How deep MIME parts may nest. 32.</summary>
    public int MaxMimeDepth { get; init; } = 32;

    /// <summary>How many MIME parts are kept. 1,000.</summary>
    public int MaxMimeParts { get; init; } = 1_000;

    /// <summary>How many recipients of one report are diagnosed. 10,000.</summary>
    public int MaxRecipients { get; init; } = 10_000;

    /// <summary>How much of one diagnostic is classified, in UTF-16 units; all of it is kept. 4,096; more than 16,384 count as that.</summary>
    public int MaxClassifiedChars { get; init; } = DefaultClassifiedChars;

    /// <summary>Own rule files, read before the built-in ones, in the same format; paths, never null. None.</summary>
    public IReadOnlyList<string> RuleFiles { get; init; } = [];

    /// <summary>Own folders of advice, read before the built-in ones: a subfolder for each language, named by its culture; paths, never null. None.</summary>
    public IReadOnlyList<string> AdviceFolders { get; init; } = [];

    /// <summary>The user's own override of what a program should do: called with the finished diagnosis; null keeps it.</summary>
    /// <remarks>
    /// An exception thrown by it, and a value that is no <see cref="Recommendation"/>, are taken as null: content never throws. Of a double bounce,
    /// which is about an own address, <see cref="Recommendation.SuppressRecipient"/> is not obeyed.
    /// </remarks>
    public Func<Diagnosis, Recommendation?>? Policy { get; init; }

    /// <summary>The service that the sender uses, woven into the advice; null when not known.</summary>
    public SendingService? Service { get; init; }

    /// <summary>A copy that an interpreter can work with.</summary>
    /// <exception cref="ArgumentException">An option is null or out of its range; its name is the parameter's.</exception>
    internal BounceParserOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessageBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTextBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxHeaderBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxHeaderBlockBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxHeaders, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMimeDepth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMimeParts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRecipients, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxClassifiedChars, 1);
        return this with { RuleFiles = Paths(RuleFiles), AdviceFolders = Paths(AdviceFolders) };
    }

    private static IReadOnlyList<string> Paths(IReadOnlyList<string> paths, [CallerArgumentExpression(nameof(paths))] string? option = null)
    {
        ArgumentNullException.ThrowIfNull(paths, option);
        return paths.All(path => path is not null) ? [.. paths] : throw new ArgumentException("A path is null.", option);
    }
}
