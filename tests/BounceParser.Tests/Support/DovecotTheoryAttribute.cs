namespace BounceParser.Tests.Support;

/// <summary>As <see cref="DovecotFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DovecotTheoryAttribute : TheoryAttribute
{
    public DovecotTheoryAttribute()
    {
        if (!DovecotServer.IsInstalled) Skip = "dovecot-imapd is not installed";
    }
}
