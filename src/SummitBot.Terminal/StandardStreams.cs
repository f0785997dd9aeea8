using System.Text;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace SummitBot.Terminal;

/// <summary>Standard input, output and error in UTF-8, and what is known of what stands behind them.</summary>
public sealed class StandardStreams(
    TextReader input,
    TextWriter output,
    TextWriter error,
    IAnsiConsole? outputConsole = null,
    IAnsiConsole? errorConsole = null
) : IDisposable
{
    /// <summary>Wide enough that piped text is never wrapped.</summary>
    private const int Unwrapped = 1_000_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Spectre.Console takes a while to load; a JSON answer does not need it.
    private readonly Lazy<IAnsiConsole> _outputConsole = new(() => outputConsole ?? CreateConsole(output, false));
    private readonly Lazy<IAnsiConsole> _errorConsole = new(() => errorConsole ?? CreateConsole(error, false));

    public TextReader In { get; } = input;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>True when a person types; false for a file or a pipe.</summary>
    public bool IsInputTerminal { get; private init; }

    /// <summary>True when output goes to a terminal that understands escape codes.</summary>
    public bool IsOutputTerminal { get; private init; }

    /// <summary>True when errors go to a terminal that understands escape codes.</summary>
    public bool IsErrorTerminal { get; private init; }

    /// <summary>Standard output with colours and wrapping on a terminal, plain and unwrapped otherwise.</summary>
    public IAnsiConsole OutConsole => _outputConsole.Value;

    /// <summary>As <see cref="OutConsole"/>, for standard error.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole.Value;

    public static StandardStreams ForCurrentProcess()
    {
        bool isPlain = WantsPlainText();
        bool isOutputTerminal = !Console.IsOutputRedirected && !isPlain;
        bool isErrorTerminal = !Console.IsErrorRedirected && !isPlain;
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
        {
            Console.OutputEncoding = Utf8;
        }

        var output = new StreamWriter(OpenOutput(), Utf8) { AutoFlush = !Console.IsOutputRedirected };
        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
        return new StandardStreams(
            new StreamReader(Console.OpenStandardInput(), Utf8),
            output,
            error,
            isOutputTerminal ? CreateConsole(output, isTerminal: true) : null,
            isErrorTerminal ? CreateConsole(error, isTerminal: true) : null
        )
        {
            IsInputTerminal = !Console.IsInputRedirected,
            IsOutputTerminal = isOutputTerminal,
            IsErrorTerminal = isErrorTerminal,
        };
    }

    public void Dispose()
    {
        In.Dispose();
        Error.Dispose();
        try
        {
            Out.Dispose();
        }
        catch (IOException e) when (BrokenPipe.IsBrokenPipe(e))
        {
            // The reader left before the last line; there is nobody to tell.
        }
    }

    /// <summary>See https://no-color.org; a terminal of type dumb understands no escape codes.</summary>
    private static bool WantsPlainText() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        || Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>
    /// The console's own stream swallows a broken pipe, so that a long run would go on for nobody. A pipe is therefore
    /// written directly; a file is not, because a stream that seeks does not share its place in the file with standard error.
    /// </summary>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            const int standardOutput = 1;
            var pipe = new FileStream(
                new SafeFileHandle(standardOutput, ownsHandle: false),
                FileAccess.Write,
                bufferSize: 0
            );
            return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            }
        );
        if (!isTerminal)
        {
            console.Profile.Width = Unwrapped;
        }

        return console;
    }
}
