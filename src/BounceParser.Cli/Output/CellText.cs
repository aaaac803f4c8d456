using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BounceParser.Cli.Output;

/// <summary>A value as text, the same in every format.</summary>
internal static class CellText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateTimeOffset date => Date(date),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>RFC 3339, with a fraction of the second where there is one; null for null.</summary>
    [return: NotNullIfNotNull(nameof(date))]
    public static string? Date(DateTimeOffset? date) => date?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
