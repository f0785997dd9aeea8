using System.Globalization;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Programs;

namespace SummitBot.Benchmarks.DirectLine;

/// <summary>What a conversation in which nothing happens takes of the host's memory: with its socket open.</summary>
internal static class IdleConversationBenchmark
{
    private const int Conversations = 2_000;

    /// <summary>The first ones load code and fill pools.</summary>
    private const int WarmUp = 200;

    /// <summary>Until the greetings are out and the host is at rest.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using HostProgram host = await SocketLoadBenchmark.StartHostAsync(cancellationToken);
        await SocketLoadBenchmark.LeaveAsync(
            await SocketLoadBenchmark.ArriveAsync(host.Client, WarmUp, cancellationToken)
        );
        await Task.Delay(Rest, cancellationToken);
        long before = host.WorkingSet;

        long first = await OpenAsync(host, cancellationToken);
        long second = await OpenAsync(host, cancellationToken);

        var table = new MarkdownTable($"{Figures.Count(Conversations)} idle conversations", "working set", "each");
        table.Add("before", Figures.Megabytes(before), "");
        table.Add("their sockets open", Figures.Megabytes(first), Each(first - before));
        table.Add("those closed, as many others open", Figures.Megabytes(second), Each(second - before));
        return table.ToString();
    }

    /// <summary>The working set while the conversations are open; they are closed at the end.</summary>
    private static async Task<long> OpenAsync(HostProgram host, CancellationToken cancellationToken)
    {
        Visitor[] visitors = await SocketLoadBenchmark.ArriveAsync(host.Client, Conversations, cancellationToken);
        await Task.Delay(Rest, cancellationToken);
        long open = host.WorkingSet;
        await SocketLoadBenchmark.LeaveAsync(visitors);
        return open;
    }

    private static string Each(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, bytes) / 1000.0 / Conversations:0.0} kB");
}
