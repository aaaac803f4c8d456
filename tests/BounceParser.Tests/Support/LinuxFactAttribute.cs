namespace BounceParser.Tests.Support;

/// <summary>A test that needs what Linux has, /dev/full among it; counted as skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "this is not Linux";
    }
}

/// <summary>A test that needs files which the tool may not read. To root nothing is closed: util-linux's setpriv takes that right away.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClosedFilesFactAttribute : FactAttribute
{
    public ClosedFilesFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows closes files in another way";
        else if (Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv")) Skip = "root reads every file, and setpriv is not installed";
    }
}
