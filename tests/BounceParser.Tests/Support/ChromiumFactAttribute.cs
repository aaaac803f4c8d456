namespace BounceParser.Tests.Support;

/// <summary>A test that needs Debian's chromium; counted as skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!Chromium.IsInstalled) Skip = "chromium is not installed";
    }
}

/// <summary>As <see cref="ChromiumFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute()
    {
        if (!Chromium.IsInstalled) Skip = "chromium is not installed";
    }
}
