using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A list with the answers of the server below it, in any order.</summary>
/// <remarks>VM/CMS: <c>550 &lt;a@b&gt;... User unknown</c>; MDaemon shows the session, with the command before each answer: <c>--&gt; RCPT To:&lt;a@b&gt;</c>, <c>&lt;-- 550 unknown</c>.</remarks>
internal static class ListWithAnswers
{
    private const string Arrow = "<--";

    /// <summary>The answer to each; null unless each has one.</summary>
    public static RefusalText[]? Read(in PlaceList list)
    {
        if (!list.IsBare()) return null;
        var texts = new RefusalText[list.Count];
        string? asked = null;
        for (var line = list.End; line < list.Report.Count; line++)
        {
            var words = list.Report.Trimmed(line);
            var arrow = words.IndexOf(Arrow);
            if (arrow >= 0) words = words[(arrow + Arrow.Length)..].TrimStart();
            if (RefusalWords.IsReply(words))
            {
                var place = list.IndexOf(AddressLine.First(words));
                if (place < 0 && arrow >= 0) place = list.IndexOf(asked);
                if (place >= 0 && RefusalWords.HasCode(words)) texts[place] = new RefusalText(words.ToString(), "", RefusalWords.Most);
                asked = null;
            }
            else if (list.Report.HasSign(line) && Caseless.Contains(words, "RCPT TO:"))
            {
                asked = AddressLine.First(words);
            }
        }

        return Array.TrueForAll(texts, text => text.Weight > 0) ? texts : null;
    }
}
