// Reads the unseen mails of a bounce mailbox and files each where a person or a program finds it.
// The password comes from the environment: arguments can be seen by everybody on the machine.
//
//     IMAP_PASSWORD=... dotnet run --project src/Samples/BounceMailbox -- HOST PORT USER [none]
using BounceMailbox;
using BounceParser;
using MailKit.Net.Imap;
using MailKit.Security;

if (args is not [var host, var port, var user, .. var rest])
{
    Console.Error.WriteLine("usage: BounceMailbox HOST PORT USER [none]");
    return 2;
}

// Without TLS only to this machine itself.
var security = rest is ["none"] && host is ("127.0.0.1" or "localhost") ? SecureSocketOptions.None : SecureSocketOptions.Auto;
using var client = new ImapClient();
await client.ConnectAsync(host, int.Parse(port), security);
await client.AuthenticateAsync(user, Environment.GetEnvironmentVariable("IMAP_PASSWORD") ?? "");
var filing = new Filing(BounceInterpreter.Default, client);
await foreach (var (report, folder) in filing.FileAsync())
    foreach (var diagnosis in report.Diagnoses.DefaultIfEmpty())
        Console.WriteLine($"{folder}\t{report.Kind}\t{diagnosis?.FinalRecipient}\t{diagnosis?.Reason}\t{diagnosis?.Recommendation}");
await client.DisconnectAsync(quit: true);
return 0;
