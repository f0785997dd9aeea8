using System.Net.Http.Json;
using SummitBot.Benchmarks.Measuring;

namespace SummitBot.Benchmarks.Programs;

/// <summary>The memory of the web host, with the repository's corpus.</summary>
internal static class HostMemoryBenchmark
{
    private const int Questions = 100;

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using HostProgram host = await HostProgram.StartAsync(cancellationToken);
        long ready = host.WorkingSet;

        string[] questions = await HostProgram.ReadQuestionsAsync(cancellationToken);
        for (int i = 0; i < Questions; i++)
        {
            using HttpResponseMessage response = await host.Client.PostAsJsonAsync(
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
}
