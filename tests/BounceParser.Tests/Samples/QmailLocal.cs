using BounceParser.Tests.Support;

namespace BounceParser.Tests.Samples;

/// <summary>What became of a delivery.</summary>
public enum Delivery
{
    /// <summary>Done; nothing comes again.</summary>
    Done,

    /// <summary>The queue keeps the mail and comes again.</summary>
    Deferred,

    /// <summary>The mail goes back to its sender.</summary>
    Bounced,
}

/// <summary>A <c>.qmail</c> file run as qmail-local runs it: each line by <c>sh -c</c> in the user's home, the mail on standard input, until one says stop.</summary>
/// <remarks>qmail-local(8), qmail-command(8), dot-qmail(5).</remarks>
internal sealed class QmailLocal(string home)
{
    // qmail-command(8): "Exit codes 64, 65, 70, 76, 77, 78 and 112 are currently considered hard errors"; others than 0 and 99 are soft.
    private static readonly int[] Hard = [64, 65, 70, 76, 77, 78, 100, 112];

    public required string User { get; init; }
    public required string Host { get; init; }

    /// <summary>What stands behind the user's name and its hyphen; all of it for which the file's name says <c>default</c>.</summary>
    public required string Extension { get; init; }
    public required string Default { get; init; }
    public string Sender { get; init; } = "";
    public Dictionary<string, string> More { get; init; } = [];

    public async Task<Delivery> DeliverAsync(IEnumerable<string> lines, string mail)
    {
        foreach (var line in lines)
        {
            line.Should().StartWith("|", "this line of a .qmail file is a command");
            var exit = (await CommandRun.RunAsync(home, Environment, mail, "sh", "-c", line[1..])).ExitCode;
            if (exit == 99) return Delivery.Done;
            if (exit != 0) return Hard.Contains(exit) ? Delivery.Bounced : Delivery.Deferred;
        }

        return Delivery.Done;
    }

    private Dictionary<string, string> Environment => new(More)
    {
        ["USER"] = User, ["HOME"] = home, ["LOCAL"] = $"{User}-{Extension}", ["HOST"] = Host, ["RECIPIENT"] = $"{User}-{Extension}@{Host}",
        ["SENDER"] = Sender, ["NEWSENDER"] = Sender, ["EXT"] = Extension, ["DEFAULT"] = Default,
        ["DTLINE"] = $"Delivered-To: {User}-{Extension}@{Host}\n", ["RPLINE"] = $"Return-Path: <{Sender}>\n", ["UFLINE"] = "From MAILER-DAEMON Tue Nov  3 10:00:00 2026\n",
    };
}
