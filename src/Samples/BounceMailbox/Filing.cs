using BounceParser;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace BounceMailbox;

/// <summary>Moves each mail of the inbox to the folder that its report calls for; mail that is no bounce stays where it is.</summary>
internal sealed class Filing(BounceInterpreter interpreter, ImapClient client)
{
    /// <summary>The mails that were unseen, each with the folder that it is in now.</summary>
    public async IAsyncEnumerable<(BounceReport Report, string Folder)> FileAsync()
    {
        var inbox = client.Inbox ?? throw new InvalidOperationException("The server has no inbox.");
        await inbox.OpenAsync(FolderAccess.ReadWrite);
        foreach (var id in await inbox.SearchAsync(SearchQuery.NotSeen))
        {
            // As the bytes that came: what a mail says of its own charset is not to be trusted.
            using var message = await inbox.GetStreamAsync(id);
            var report = await interpreter.InterpretAsync(message);
            if (FolderOf(report) is not { } name)
            {
                yield return (report, inbox.FullName);
                continue;
            }

            await inbox.MoveToAsync(id, await FolderAsync(name));
            yield return (report, name);
        }
    }

    private static string? FolderOf(BounceReport report) => report.Kind switch
    {
        BounceKind.NotABounce => null,
        BounceKind.AutoReply or BounceKind.Challenge or BounceKind.Disposition => "Replies",
        BounceKind.Complaint => "Complaints",
        _ when report.Diagnoses.Any(diagnosis => diagnosis.Recommendation == Recommendation.SuppressRecipient) => "Dead",
        _ when report.Diagnoses.Any(diagnosis => diagnosis.IsOwnFault) => "Ours",
        _ => "Other",
    };

    private async Task<IMailFolder> FolderAsync(string name)
    {
        var root = client.GetFolder(client.PersonalNamespaces[0]);
        var folders = await root.GetSubfoldersAsync();
        return folders.FirstOrDefault(folder => folder.Name == name) ?? await root.CreateAsync(name, isMessageFolder: true)
            ?? throw new InvalidOperationException($"The server does not let us make the folder {name}.");
    }
}
