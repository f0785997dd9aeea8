using System.Diagnostics;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.DirectLine;

/// <summary>Microsoft's own client, <c>botframework-directlinejs</c>, in Node against the real host.</summary>
public sealed class DirectLineJsTests
{
    private static readonly string Modules = Repository.GetPath(".artifacts", "npm", "directline");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("socket")]
    [InlineData("polling")]
    [InlineData("reconnect")]
    [InlineData("resume")]
    [InlineData("refresh")]
    [InlineData("expiry")]
    public async Task TheClient_TalksWithOurServer(string scenario)
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Modules, "node_modules", "botframework-directlinejs")),
            "This test needs Node and Microsoft's client, which tests/run.sh installs where there is npm."
        );
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["DirectLine:VisitorPerMinute"] = "1000" }
        );
        using Process node = Start(scenario, host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        Task<string> errors = node.StandardError.ReadToEndAsync(Cancelled);

        string? last = null;
        while (await node.StandardOutput.ReadLineAsync(Cancelled) is { } line)
        {
            last = line;
            if (line is "minute" or "clock")
            {
                host.Time.Advance(line == "minute" ? TimeSpan.FromMinutes(1) : TimeSpan.FromMinutes(31));
                await node.StandardInput.WriteLineAsync("gone by");
                await node.StandardInput.FlushAsync(Cancelled);
            }
        }

        await node.WaitForExitAsync(Cancelled);
        Assert.True(last == "done", $"{await errors}\n{string.Join('\n', host.Logs.Lines.Select(l => l.Text))}");
    }

    private static Process Start(string scenario, string address)
    {
        string script = Repository.GetPath("tests/SummitBot.Tests/DirectLine/Node/client.cjs");
        return Process.Start(
            new ProcessStartInfo("node", [script, scenario, address, Modules])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
    }
}
