using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;

namespace BounceParser.Events;

/// <summary>A form as browsers post it, which some services post to a webhook: <c>event=bounced&amp;recipient=a%40b.org&amp;code=550</c>.</summary>
internal static class FormBody
{
    private const int LongestName = 128;

    private static readonly SearchValues<char> OfNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.[]%+");
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n");

    /// <summary>The same fields as an object of JSON; null for what is no form of two fields or more.</summary>
    public static string? AsJson(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        // Most texts have a space: what a form is sent with has none.
        if (!text.Contains('&') || text.ContainsAny(Spaces)) return null;
        foreach (var field in text.Split('&'))
            if (!IsField(text[field])) return null;
        return Written(text);
    }

    private static bool IsField(ReadOnlySpan<char> field) => field.IndexOf('=') is > 0 and <= LongestName and var sign && !field[..sign].ContainsAnyExcept(OfNames);

    private static string Written(ReadOnlySpan<char> form)
    {
        var bytes = new ArrayBufferWriter<byte>(form.Length);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var field in form.Split('&'))
            {
                var sign = form[field].IndexOf('=');
                json.WriteString(Decoded(form[field][..sign]), Decoded(form[field][(sign + 1)..]));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static string Decoded(ReadOnlySpan<char> encoded) => WebUtility.UrlDecode(encoded.ToString());
}
