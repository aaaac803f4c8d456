namespace BounceParser.Cli.Input;

/// <summary>What can be wrong with a path, and how it is told.</summary>
internal static class InputError
{
    public const string NoSuchFile = "no such file or folder";

    public static bool Is(Exception error) =>
        error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or InvalidDataException or System.Security.SecurityException;

    public static string Reason(string path, Exception error) => error switch
    {
        UnauthorizedAccessException or IOException when Directory.Exists(path) => "is a folder",
        FileNotFoundException or DirectoryNotFoundException => NoSuchFile,
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the path is too long",
        InvalidDataException => "the gzip data is damaged or cut off",
        _ => error.Message,
    };
}
