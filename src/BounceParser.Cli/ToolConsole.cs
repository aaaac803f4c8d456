using System.Text;
using BounceParser.Cli.Output;
using Spectre.Console;

namespace BounceParser.Cli;

/// <summary>Where the tool reads and writes: the process's own streams, or a test's.</summary>
internal sealed class ToolConsole
{
    /// <summary>Text for people stays within so many columns, however wide the terminal is.</summary>
    private const int WidestText = 80;

    private const int WidestTable = 500;

    public required TextWriter Out { get; init; }
    public required TextWriter Error { get; init; }
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>The standard output as bytes; null where only its text is looked at.</summary>
    public Stream? OutBytes { get; init; }
    public required Func<string, string?> Environment { get; init; }
    public bool InIsTerminal { get; init; }
    public bool OutIsTerminal { get; init; }
    public bool ErrorIsTerminal { get; init; }
    /// <summary>For text that people read, in columns.</summary>
    public int Width { get; init; } = WidestText;

    /// <summary>For tables: all of a terminal; into a file or a pipe as wide as they need to be.</summary>
    public int TableWidth { get; init; } = WidestTable;

    /// <summary>Colours and underlining only on a terminal.</summary>
    public bool HasStyles => OutIsTerminal && MayHaveStyles;

    /// <summary>Never against NO_COLOR, nor where a terminal says that it knows none.</summary>
    public bool MayHaveStyles => string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";

    /// <summary>Bytes as they are: a message is of no one charset.</summary>
    public async Task WriteBytesAsync(byte[] bytes, CancellationToken cancellation)
    {
        if (OutBytes is null)
        {
            await Out.WriteAsync(Encoding.Latin1.GetString(bytes)).ConfigureAwait(false);
            return;
        }

        await Out.FlushAsync(cancellation).ConfigureAwait(false);
        await OutBytes.WriteAsync(bytes, cancellation).ConfigureAwait(false);
    }

    public static ToolConsole System()
    {
        var output = BrokenPipe.OpenOutput();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new ToolConsole
        {
            Out = new StreamWriter(output, utf8, 64 * 1024) { NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            OutBytes = output,
            OpenInput = Console.OpenStandardInput,
            Environment = global::System.Environment.GetEnvironmentVariable,
            InIsTerminal = !Console.IsInputRedirected,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            TableWidth = Console.IsOutputRedirected ? WidestTable : Math.Max(Console.WindowWidth, 20),
            Width = Console.IsOutputRedirected ? WidestText : Math.Clamp(Console.WindowWidth, 20, WidestText),
        };
    }

    /// <summary>Spectre's console over the standard output or error.</summary>
    public IAnsiConsole Styled(TextWriter writer, bool styles, int? width = null)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(styles ? writer : new TrimmedLines(writer)),
            Ansi = styles ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = styles ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width ?? Width;
        return console;
    }
}
