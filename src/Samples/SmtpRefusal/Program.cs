// Sends one mail; when the server refuses it, says why and what to do.
//
//     dotnet run --project src/Samples/SmtpRefusal -- HOST PORT FROM TO
using BounceParser;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SmtpRefusal;

if (args is not [var host, var port, var from, var to])
{
    Console.Error.WriteLine("usage: SmtpRefusal HOST PORT FROM TO");
    return 2;
}

using var message = new MimeMessage { Subject = "A mail of ours", Body = new TextPart("plain") { Text = "Hello." } };
message.From.Add(MailboxAddress.Parse(from));
message.To.Add(MailboxAddress.Parse(to));

using var client = new SmtpClient();
await client.ConnectAsync(host, int.Parse(port), SecureSocketOptions.StartTlsWhenAvailable);
try
{
    await client.SendAsync(message);
    Console.WriteLine("accepted");
    return 0;
}
catch (SmtpCommandException refused)
{
    var diagnosis = BounceInterpreter.Default.Diagnose(refused, host, from);
    var advice = diagnosis.Advice("en");
    Console.WriteLine($"{diagnosis.FinalRecipient}: {diagnosis.Reason}, {diagnosis.Permanence}, {diagnosis.Recommendation}");
    Console.WriteLine(advice.Title);
    foreach (var step in advice.Steps[Audience.Sender]) Console.WriteLine($"- {step}");
    return 1;
}
finally
{
    await client.DisconnectAsync(quit: true);
}
