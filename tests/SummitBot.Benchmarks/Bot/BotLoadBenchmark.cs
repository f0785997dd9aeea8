using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Programs;
using SummitBot.Tests.Bot.Load;

namespace SummitBot.Benchmarks.Bot;

/// <summary>
/// Whether every question of many conversations is answered once and in order, over an unreliable channel.
/// </summary>
internal static class BotLoadBenchmark
{
    private const int Conversations = 200;
    private const int Turns = 20;
    private const double RefusedShare = 0.01;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using LossyChannel channel = await LossyChannel.StartAsync(Delay, RefusedShare, cancellationToken);
        using HostProgram host = await HostProgram.StartAsync(
            cancellationToken,
            "--SummitBot:Bot:QueueLength",
            Figures.Plain(Conversations * Turns)
        );
        string[] questions = await HostProgram.ReadQuestionsAsync(cancellationToken);
        var load = new ConversationLoad(host.Client, channel, Conversations, Turns, questions);

        LoadResult result = await load.RunAsync(cancellationToken);

        var acknowledged = new Sample(result.Acknowledgements);
        var table = new MarkdownTable($"{Conversations} conversations of {Turns} questions, all at once", "");
        table.Add("answers", Figures.Count(channel.Answers));
        table.Add("questions without an answer", Figures.Count(result.Lost));
        table.Add("questions answered twice", Figures.Count(result.Repeated));
        table.Add("conversations out of order", Figures.Count(result.Disordered));
        table.Add("requests refused with 429 or 502", Figures.Count(channel.Refusals));
        table.Add("from the first question to the last answer", Figures.Seconds(result.Elapsed));
        table.Add("acknowledged, p50", Figures.Milliseconds(acknowledged.Median));
        table.Add("acknowledged, p99", Figures.Milliseconds(acknowledged.Percentile(99)));
        table.Add("working set at the end", Figures.Megabytes(host.WorkingSet));
        return table.ToString();
    }
}
