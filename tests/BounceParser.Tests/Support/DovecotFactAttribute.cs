namespace BounceParser.Tests.Support;

/// <summary>A test that needs Debian's dovecot-imapd; counted as skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DovecotFactAttribute : FactAttribute
{
    public DovecotFactAttribute()
    {
        if (!DovecotServer.IsInstalled) Skip = "dovecot-imapd is not installed";
    }
}
