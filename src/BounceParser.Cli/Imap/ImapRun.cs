using BounceParser.Cli.Output;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace BounceParser.Cli.Imap;

/// <summary>One reading of a mailbox: each message becomes a line, and is moved only when that line is on the disk.</summary>
/// <param name="interpreter">What reads the messages.</param>
/// <param name="mailbox">What is read.</param>
/// <param name="moveTo">The folder for what has been read; null where nothing is to change on the server.</param>
internal sealed class ImapRun(BounceInterpreter interpreter, Mailbox mailbox, string? moveTo) : IDisposable
{
    /// <summary>One more than is read of a message, so that it is seen when it is longer.</summary>
    private static readonly int MostBytes = new BounceParserOptions().MaxMessageBytes + 1;

    private readonly ImapClient _client = new()
    {
        // Asking a certificate's issuer fails behind many firewalls; whether the certificate is trusted is still checked.
        CheckCertificateRevocation = false,
        Timeout = 60_000,
    };

    /// <summary>Messages that became a line in this run.</summary>
    public int Collected { get; private set; }

    /// <summary>Messages that had their line already.</summary>
    public int Known { get; private set; }

    public int Moved { get; private set; }

    /// <summary>How many messages of the folder were come to, whatever became of them.</summary>
    public int Done { get; private set; }

    /// <summary>From 0 to 1; null while the server has not said how many there are.</summary>
    public double? Share { get; private set; }

    public async Task ReadAsync(string output, string password, CancellationToken cancellation)
    {
        await _client.ConnectAsync(mailbox.Host, mailbox.Port, mailbox.Security, cancellation).ConfigureAwait(false);
        await _client.AuthenticateAsync(mailbox.User, password, cancellation).ConfigureAwait(false);
        var folder = await _client.GetFolderAsync(mailbox.Folder, cancellation).ConfigureAwait(false);
        // Read-only is EXAMINE: not even the flag \Seen or \Recent changes.
        await folder.OpenAsync(moveTo is null ? FolderAccess.ReadOnly : FolderAccess.ReadWrite, cancellation).ConfigureAwait(false);
        var target = moveTo is null ? null : await TargetFolder.FindAsync(_client, moveTo, cancellation).ConfigureAwait(false);
        using var collected = new CollectedMails(output, $"{mailbox.Address};UIDVALIDITY={folder.UidValidity}/");
        var uids = await folder.SearchAsync(SearchQuery.All, cancellation).ConfigureAwait(false);
        foreach (var uid in uids)
        {
            if (await CollectAsync(folder, uid, collected, cancellation).ConfigureAwait(false) && target is not null)
            {
                await folder.MoveToAsync(uid, target, cancellation).ConfigureAwait(false);
                Moved++;
            }

            Share = (double)++Done / uids.Count;
        }

        await _client.DisconnectAsync(quit: true, cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>False where the message went away before we came to it.</summary>
    private async Task<bool> CollectAsync(IMailFolder folder, UniqueId uid, CollectedMails collected, CancellationToken cancellation)
    {
        var source = mailbox.Message(folder.UidValidity, uid.Id);
        if (collected.Has(source)) return CountKnown();
        if (await MessageAsync(folder, uid, cancellation).ConfigureAwait(false) is not { } message) return false;
        var digest = CollectedMails.Digest(message);
        if (collected.Takes(digest)) return CountKnown();
        var report = interpreter.Interpret(message);
        collected.Add(ReportJson.Line(ReportLine.Of(source, 0, report) with { Sha256 = digest }));
        Collected++;
        return true;
    }

    private bool CountKnown()
    {
        Known++;
        return true;
    }

    // BODY.PEEK[]<0.n>, so that no message fills the memory, and which leaves \Seen as it is. Another client may have deleted the message since we asked for the list.
    private static async Task<byte[]?> MessageAsync(IMailFolder folder, UniqueId uid, CancellationToken cancellation)
    {
        try
        {
            var stream = await folder.GetStreamAsync(uid, 0, MostBytes, cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var bytes = new byte[stream.Length];
                await stream.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
                return bytes;
            }
        }
        catch (MessageNotFoundException)
        {
            return null;
        }
    }
}
