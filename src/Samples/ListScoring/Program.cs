// Scores the members of a list by the bounces in an mbox.
//
//     dotnet run --project src/Samples/ListScoring -- BOUNCES.mbox SENT-MESSAGE-IDS.txt
using BounceParser;
using ListScoring;

if (args is not [var mailbox, var sentFile])
{
    Console.Error.WriteLine("usage: ListScoring BOUNCES.mbox SENT-MESSAGE-IDS.txt");
    return 2;
}

var sent = File.ReadLines(sentFile).Select(line => line.Trim('<', '>', ' ')).ToHashSet();
var scores = new MemberScores(sent);
await using var mbox = File.OpenRead(mailbox);
await foreach (var entry in BounceInterpreter.Default.InterpretMboxAsync(mbox))
    scores.Count(entry.Report, DateOnly.FromDateTime((entry.Report.Date ?? DateTimeOffset.UtcNow).UtcDateTime));

foreach (var (member, score) in scores.Worst())
    Console.WriteLine($"{score}\t{member}\t{(score >= MemberScores.Limit ? "remove" : "keep")}");
return 0;
