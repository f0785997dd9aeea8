using System.Diagnostics;
using System.Text;

namespace SummitBot.Testing;

/// <summary>A folder with two articles and the built program to be run in it.</summary>
internal sealed class CliFolder : IDisposable
{
    public const string Question = "Who cut a rope of nettles?";
    public const string Escape = "\u001b";

    private static readonly string Program = Repository.GetProgram("SummitBot.Cli", "summitbot");

    public CliFolder()
    {
        Write(
            "corpus/harbour.md",
            "---\ntitle: The harbour [red]opens[/]\npublished: 2021-05-04\n---\n"
                + "Rain fell in the morning. Mayor Ada Quill cut a rope of nettles at the \u201cold\u201d pier \U0001F6A2. The band played.\n"
        );
        Write("corpus/mill.md", "---\ntitle: The mill\n---\nThe mill of Lower Tarn ground barley until 1931.\n");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("summitbot-cli-").FullName;

    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<CliResult> RunAsync(params string[] arguments) => RunAsync(arguments, input: null);

    public async Task<CliResult> RunAsync(
        IReadOnlyList<string> arguments,
        string? input,
        params (string Name, string Value)[] environment
    )
    {
        using Process process = Start(arguments, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>
    /// Starts the program with all streams redirected; small corpora make for low confidence, so none is refused. Words
    /// alone find what these articles say: reading the embedding model would double each run.
    /// </summary>
    public Process Start(IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Path,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            Environment =
            {
                ["SummitBot__Folder"] = Path,
                ["SummitBot__Answering__MinConfidence"] = "0",
                ["SummitBot__Answering__ClosestPassageConfidence"] = "0",
                ["SummitBot__Embedding__Provider"] = "none",
            },
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
