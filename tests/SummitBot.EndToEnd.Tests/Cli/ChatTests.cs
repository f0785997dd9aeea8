using System.Diagnostics;

namespace SummitBot.EndToEnd.Tests.Cli;

public sealed class ChatTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Chat_OverAPipe_AnswersAndObeysCommands()
    {
        CliResult result = await _folder.RunAsync(
            ["chat"],
            $"/sources\n{CliFolder.Question}\n/sources\n/sources 1\n/sources 9\n/dance\n/reset\n/sources all\n/quit\nnever read\n"
        );

        Assert.Equal(0, result.ExitCode);
        string[] lines = result.Output.TrimEnd().Split('\n');
        Assert.StartsWith("There is no answer with sources yet", lines[0], StringComparison.Ordinal);
        Assert.Contains("cut a rope of nettles", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("    \u201cMayor Ada Quill", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(l => l.StartsWith("    \u201cMayor Ada Quill", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.StartsWith("The last answer has the sources 1 to ", StringComparison.Ordinal));
        Assert.Contains("There is no command /dance: /help lists the commands.", lines);
        Assert.StartsWith("mill\t", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(CliFolder.Escape, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CtrlC_WhileAQuestionIsWorkedOn_DoesNotEndTheChat()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no kill.");
        using Process chat = _folder.Start(["chat"]);
        Task<string> error = chat.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await chat.StandardInput.WriteLineAsync("/help");
        await ReadUntilAsync(chat, "/quit");

        await chat.StandardInput.WriteLineAsync(CliFolder.Question);
        await InterruptAsync(chat);
        await chat.StandardInput.WriteLineAsync("/reset");
        await ReadUntilAsync(chat, "forgotten");
        await chat.StandardInput.WriteLineAsync(CliFolder.Question);
        await ReadUntilAsync(chat, "cut a rope of nettles");
        await chat.StandardInput.WriteLineAsync("/quit");
        await chat.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, chat.ExitCode);
        Assert.DoesNotContain("Exception", await error, StringComparison.Ordinal);
    }

    private static async Task InterruptAsync(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }

    private static async Task ReadUntilAsync(Process process, string part)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The output ended before '{part}'.");
    }
}
