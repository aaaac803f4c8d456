using MailKit;
using MailKit.Net.Imap;

namespace BounceParser.Cli.Imap;

/// <summary>The folder that read messages are moved to, made where it is missing.</summary>
internal static class TargetFolder
{
    public static async Task<IMailFolder> FindAsync(ImapClient client, string name, CancellationToken cancellation)
    {
        try
        {
            return await client.GetFolderAsync(name, cancellation).ConfigureAwait(false);
        }
        catch (FolderNotFoundException)
        {
            return await MakeAsync(client, name, cancellation).ConfigureAwait(false);
        }
    }

    // A folder in a folder: each level that is missing.
    private static async Task<IMailFolder> MakeAsync(ImapClient client, string name, CancellationToken cancellation)
    {
        var space = client.PersonalNamespaces[0];
        var folder = client.GetFolder(space);
        foreach (var level in name.Split(space.DirectorySeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var below = await folder.GetSubfoldersAsync(subscribedOnly: false, cancellation).ConfigureAwait(false);
            folder = below.FirstOrDefault(child => child.Name == level)
                ?? await folder.CreateAsync(level, isMessageFolder: true, cancellation).ConfigureAwait(false)
                ?? throw new FolderNotFoundException(name);
        }

        return folder;
    }
}
