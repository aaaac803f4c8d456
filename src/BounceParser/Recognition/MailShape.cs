namespace BounceParser.Recognition;

/// <summary>What a mail looks like before its text is read.</summary>
internal enum MailShape { Ordinary, MaybeBounce, NoReturnPath, FromPostmaster, Bounce, Report, Complaint, Disposition, AutoReply, Challenge }

internal static class MailShapes
{
    /// <summary>True when the mail may tell what became of another one.</summary>
    public static bool MayBeReport(this MailShape shape) => shape is MailShape.Report or MailShape.Bounce || shape.IsDoubtful();

    /// <summary>True when nothing but the text can show that it does.</summary>
    public static bool IsDoubtful(this MailShape shape) => shape is MailShape.MaybeBounce or MailShape.NoReturnPath or MailShape.FromPostmaster;
}
