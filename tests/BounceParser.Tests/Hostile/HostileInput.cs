using System.Text;

namespace BounceParser.Tests.Hostile;

/// <summary>How an input is read.</summary>
public enum Reading
{
    Message = 0,
    Log = 1,
    Mailbox = 2,
    Text = 3,
}

/// <summary>One way to hurt a reader of mail.</summary>
/// <param name="Name">What it is, as a sentence goes on: "a million recipients".</param>
/// <param name="Make">The input, with that many of what it is made of.</param>
/// <param name="Many">How many hurt; a twentieth of it is tried by default.</param>
public sealed record HostileInput(string Name, Func<int, string> Make, int Many)
{
    public Reading Reading { get; init; } = Reading.Message;

    /// <summary>What it must still find, however much stands around it; null when nothing is to be found.</summary>
    public string? Recipient { get; init; }

    /// <summary>The most that one reading may allocate, in megabytes: only a blow-up takes more.</summary>
    public int Megabytes { get; init; } = 600;

    public int Few => Math.Max(1, Many / 20);

    /// <summary>The bytes as they arrive; units up to U+00FF stand for a byte each.</summary>
    public byte[] Bytes(int times) => Encoding.Latin1.GetBytes(Make(times));

    public override string ToString() => Name;
}
