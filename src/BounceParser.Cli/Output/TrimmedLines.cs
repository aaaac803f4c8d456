using System.Text;

namespace BounceParser.Cli.Output;

/// <summary>Leaves out the spaces with which tables fill their lines: text that is copied or compared has none.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private int _spaces;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _spaces++;
            return;
        }

        for (; _spaces > 0 && value is not ('\n' or '\r'); _spaces--) inner.Write(' ');
        _spaces = 0;
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
