using BounceParser.Mime;

namespace BounceParser.Recognition;

/// <summary>The kinds whose marks a mail bears; of its headers and its text only what decides is read, and once.</summary>
internal sealed class MailKinds(BounceMessage mail, KindTable table)
{
    private const int Opening = 1_000;

    private UInt128 _signs;
    private ulong _headersRead;
    private bool _textIsRead;

    public bool Bears(MailKind kind)
    {
        var marks = table[kind];
        foreach (var header in marks.Headers)
        {
            Read(header);
            if (marks.Shown(_signs)) return true;
        }

        if (marks.Hold(_signs)) return true;
        // Words of the text decide where the headers leave room for them.
        if (_textIsRead || !marks.Hold(_signs | table.TextSigns)) return false;
        ReadText();
        return marks.Hold(_signs);
    }

    private void Read(int header)
    {
        var bit = 1UL << header;
        if ((_headersRead & bit) != 0) return;
        _headersRead |= bit;
        _signs |= table.Header(header).Of(mail);
    }

    private void ReadText()
    {
        _textIsRead = true;
        _signs |= table.Text.Of(mail.Text.AsSpan(0, Math.Min(Opening, mail.Text.Length)));
    }
}
