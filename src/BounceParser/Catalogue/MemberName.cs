namespace BounceParser.Catalogue;

/// <summary>Members of an enumeration by their names.</summary>
internal static class MemberName
{
    /// <summary>Reads exactly one name. <see cref="Enum.TryParse{TEnum}(string, bool, out TEnum)"/> takes numbers too, and of several names what their numbers make together.</summary>
    public static bool TryRead<T>(string name, bool ignoreCase, out T member)
        where T : struct, Enum =>
        Enum.TryParse(name, ignoreCase, out member) && name.Equals(Enum.GetName(member), ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
