namespace BounceParser.Cli.Indexing;

/// <summary>How the index calls a family of reasons.</summary>
/// <param name="Heading">Above its reasons.</param>
/// <param name="About">What they have in common.</param>
internal readonly record struct FamilyText(string Heading, string About)
{
    public static FamilyText Of(ReasonFamily family) => family switch
    {
        ReasonFamily.Recipient => new("The recipient", "The address, the mailbox, and what its owner chose."),
        ReasonFamily.Route => new("The way there", "The domain, its DNS, the connection and its encryption."),
        ReasonFamily.Sender => new("The sender", "Who sends, from where, how much; and the rules of the site that refused."),
        ReasonFamily.Content => new("The message", "What it holds, how large it is, how it is made."),
        ReasonFamily.System => new("The machines", "A program or a disk failed, on one side or the other."),
        ReasonFamily.Outcome => new("Not a failure", "The mail arrived, or somebody answers it: nothing is to be mended."),
        _ => new("Not understood", "No rule knew the words; they are kept whole, and a person should look."),
    };
}
