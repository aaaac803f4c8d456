using BounceParser.Cli.Input;

namespace BounceParser.Cli.Imap;

/// <summary>The output cannot be gone on with; told apart from errors of the server, which are of the same types.</summary>
internal sealed class OutputException(string reason) : Exception(reason)
{
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (InputError.Is(error))
        {
            throw new OutputException(InputError.Reason(path, error));
        }
    }

    public static void Guard(string path, Action work) => Guard(path, () =>
    {
        work();
        return true;
    });
}
