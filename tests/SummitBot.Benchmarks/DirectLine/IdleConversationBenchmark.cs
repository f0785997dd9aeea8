using System.Globalization;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Programs;

namespace SummitBot.Benchmarks.DirectLine;

/// <summary>
/// The host's memory for an idle conversation with an open socket; and whether closed conversations leave something
/// behind, which would add up over the rounds.
/// </summary>
internal static class IdleConversationBenchmark
{
    private const int Conversations = 2_000;

    private const int Rounds = 5;

    /// <summary>The first ones load code and fill pools.</summary>
    private const int WarmUp = 200;

    /// <summary>Until the greetings are sent and the host is idle.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using HostProgram host = await SocketLoadBenchmark.StartHostAsync(cancellationToken);
        await SocketLoadBenchmark.LeaveAsync(
            await SocketLoadBenchmark.ArriveAsync(host.Client, WarmUp, cancellationToken)
        );
        await Task.Delay(Rest, cancellationToken);
        long before = host.WorkingSet;

        var table = new MarkdownTable($"{Figures.Count(Conversations)} idle conversations", "working set", "each");
        table.Add("before", Figures.Megabytes(before), "");
        for (int round = 0; round < Rounds; round++)
        {
            long open = await OpenAsync(host, cancellationToken);
            string each = round == 0 ? Each(open - before) : "";
            table.Add(
                round == 0 ? "their sockets open" : "those closed, as many others open",
                Figures.Megabytes(open),
                each
            );
        }

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
