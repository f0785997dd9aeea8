using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using SummitBot.Benchmarks.Measuring;

namespace SummitBot.Benchmarks.Programs;

/// <summary>What the web host takes of the machine's memory, with the repository's corpus.</summary>
internal static class HostMemoryBenchmark
{
    private const int Questions = 100;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using var index = new TemporaryFolder();
        Uri address = FreeAddress();
        string program = Repository.PathOf("SummitBot.Web", "SummitBot.Web");
        using ChildProgram host = ChildProgram.Start(program, index, "--urls", address.ToString());
        using var client = new HttpClient { BaseAddress = address };
        await WaitUntilReadyAsync(host, client, cancellationToken);
        long ready = host.WorkingSet;

        string[] questions = await ReadQuestionsAsync(cancellationToken);
        for (int i = 0; i < Questions; i++)
        {
            using HttpResponseMessage response = await client.PostAsJsonAsync(
                "/api/ask",
                new { question = questions[i % questions.Length] },
                cancellationToken
            );
            response.EnsureSuccessStatusCode();
        }

        var table = new MarkdownTable("Web host over the repository's corpus", "working set");
        table.Add("ready, index built", Figures.Megabytes(ready));
        table.Add($"after {Questions} questions", Figures.Megabytes(host.WorkingSet));
        return table.ToString();
    }

    private static async Task WaitUntilReadyAsync(
        ChildProgram host,
        HttpClient client,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (!await IsReadyAsync(client, limit.Token))
        {
            if (host.HasExited)
            {
                throw new InvalidOperationException("The web host ended before it was ready.");
            }

            await Task.Delay(Poll, limit.Token);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync("/readyz", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }

    private static async Task<string[]> ReadQuestionsAsync(CancellationToken cancellationToken)
    {
        string[] lines = await File.ReadAllLinesAsync(Repository.Questions, cancellationToken);
        return
        [
            .. lines
                .Where(line => line.Length > 0)
                .Select(line => JsonElement.Parse(line).GetProperty("question").GetString()!),
        ];
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }
}
