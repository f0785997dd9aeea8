using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using SummitBot.Benchmarks.Bot;
using SummitBot.Benchmarks.DirectLine;
using SummitBot.Benchmarks.Gate;
using SummitBot.Benchmarks.Indexing;
using SummitBot.Benchmarks.Latency;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Models;
using SummitBot.Benchmarks.Programs;
using SummitBot.Benchmarks.Reading;
using SummitBot.Benchmarks.Vectors;
using SummitBot.Benchmarks.Widget;
using SummitBot.Tests.Ingestion;

namespace SummitBot.Benchmarks;

/// <summary>The command line of the benchmarks. Every report is a Markdown table on standard output.</summary>
internal static class BenchmarkCommands
{
    private const int DefaultQuestions = 1_000;
    private const int DefaultFiles = 100;
    private const int DefaultArticles = 100_000;
    private static readonly int[] DefaultSizes = [1_000, 100_000, 1_000_000];
    private static readonly int[] DefaultVectorCounts = [100_000, 1_000_000];

    private static readonly Option<int[]> Sizes = new("--passages")
    {
        Description = "Index sizes in passages, parted by commas.",
        HelpName = "N,N,...",
        CustomParser = argument =>
            [.. argument.Tokens.SelectMany(token => token.Value.Split(',')).Select(text => ParseCount(text, argument))],
        DefaultValueFactory = _ => DefaultSizes,
    };

    private static readonly Option<int[]> VectorCounts = new("--vectors")
    {
        Description = "Numbers of vectors, parted by commas.",
        HelpName = "N,N,...",
        CustomParser = Sizes.CustomParser,
        DefaultValueFactory = _ => DefaultVectorCounts,
    };

    private static readonly Option<int> Questions = new("--questions")
    {
        Description = "Questions measured for each row.",
        CustomParser = argument => ParseCount(argument.Tokens[0].Value, argument),
        DefaultValueFactory = _ => DefaultQuestions,
    };

    private static readonly Option<int> Articles = new("--articles")
    {
        Description = "Markdown files of 10 kB.",
        CustomParser = argument => ParseCount(argument.Tokens[0].Value, argument),
        DefaultValueFactory = _ => DefaultArticles,
    };

    private static readonly Option<int> Files = new("--files")
    {
        Description = "Hostile files of each format.",
        CustomParser = argument => ParseCount(argument.Tokens[0].Value, argument),
        DefaultValueFactory = _ => DefaultFiles,
    };

    private static readonly Option<string[]> Formats = new("--formats")
    {
        Description = "Formats of the hostile files, parted by commas.",
        HelpName = "F,F,...",
        CustomParser = argument => [.. argument.Tokens.SelectMany(token => token.Value.Split(','))],
        DefaultValueFactory = _ => [.. HostileFile.Formats],
    };

    public static RootCommand CreateRoot() =>
        new("Measures the figures of docs/performance.md. Run it in Release, on a machine that does nothing else.")
        {
            Create(
                "all",
                "All reports.",
                [
                    Indexing,
                    Latency,
                    Vectors,
                    Gate,
                    Model,
                    HostMemory,
                    LearnedMemory,
                    ColdAsk,
                    Acknowledgement,
                    EchoTurns,
                    BotThroughput,
                    BotLoad,
                    SocketLoad,
                    IdleConversations,
                    PageWeight,
                    Corpus,
                    Hosts,
                ],
                Sizes,
                VectorCounts,
                Questions,
                Articles
            ),
            Create("indexing", "Indexing throughput against Lucene.NET alone.", [Indexing]),
            Create("corpus", "`summitbot index` over many files, also killed half-way.", [Corpus], Articles),
            Create("reading", "Most time and memory for files made to keep a parser busy.", [Reading], Files, Formats),
            Create("latency", "Percentiles of retrieval and of full answers.", [Latency], Sizes, Questions),
            Create("vectors", "Percentiles of the exact search among vectors.", [Vectors], VectorCounts, Questions),
            Create("gate", "Percentiles of the citation gate for one sentence.", [Gate]),
            Create("model", "What is added to a model's own time.", [Model], Questions),
            Create("host-memory", "Working set of the web host.", [HostMemory]),
            Create("learned-memory", "Managed memory of word lists, thesauri and tables.", [LearnedMemory]),
            Create("cold-ask", "Wall time of one `summitbot ask`.", [ColdAsk]),
            Create(
                "bot",
                "The bot's endpoint: acknowledgement, an echo beside the plain SDK, throughput, and many conversations over a channel with troubles.",
                [Acknowledgement, EchoTurns, BotThroughput, BotLoad]
            ),
            Create("hosts", "Two web hosts that share PostgreSQL and an index, beside one.", [Hosts], Questions),
            Create("echo", "What a turn costs, beside the plain SDK.", [EchoTurns]),
            CreateHost(EchoHosts.Sdk),
            CreateHost(EchoHosts.Ours),
            Create(
                "web-chat",
                "500 open sockets that ask, and the memory of idle conversations.",
                [SocketLoad, IdleConversations]
            ),
            Create("widget", "What the chat widget costs a page before it is opened.", [PageWeight]),
            CreateBenchmarkDotNet(),
        };

    private static Task<string> Indexing(ParseResult _, CancellationToken token) => IndexingBenchmark.RunAsync(token);

    private static Task<string> Corpus(ParseResult parsed, CancellationToken token) =>
        CorpusBenchmark.RunAsync(parsed.GetRequiredValue(Articles), token);

    private static Task<string> Hosts(ParseResult parsed, CancellationToken token) =>
        HostsBenchmark.RunAsync(parsed.GetRequiredValue(Questions), token);

    private static Task<string> Reading(ParseResult parsed, CancellationToken token) =>
        HostileReadingBenchmark.RunAsync(parsed.GetRequiredValue(Formats), parsed.GetRequiredValue(Files), token);

    private static Task<string> Latency(ParseResult parsed, CancellationToken token) =>
        LatencyBenchmark.RunAsync(parsed.GetRequiredValue(Sizes), parsed.GetRequiredValue(Questions), token);

    private static Task<string> Vectors(ParseResult parsed, CancellationToken token) =>
        VectorBenchmark.RunAsync(parsed.GetRequiredValue(VectorCounts), parsed.GetRequiredValue(Questions), token);

    private static Task<string> Gate(ParseResult _, CancellationToken token) => GateBenchmark.RunAsync(token);

    private static Task<string> Model(ParseResult parsed, CancellationToken token) =>
        ModelOverheadBenchmark.RunAsync(parsed.GetRequiredValue(Questions), token);

    private static Task<string> HostMemory(ParseResult _, CancellationToken token) =>
        HostMemoryBenchmark.RunAsync(token);

    private static Task<string> LearnedMemory(ParseResult _, CancellationToken token) => ResourceMemory.RunAsync(token);

    private static Task<string> ColdAsk(ParseResult _, CancellationToken token) => ColdAskBenchmark.RunAsync(token);

    private static Task<string> Acknowledgement(ParseResult _, CancellationToken token) =>
        AcknowledgementBenchmark.RunAsync(token);

    private static Task<string> EchoTurns(ParseResult _, CancellationToken token) => EchoTurnBenchmark.RunAsync(token);

    private static Task<string> BotThroughput(ParseResult _, CancellationToken token) =>
        BotThroughputBenchmark.RunAsync(token);

    private static Task<string> BotLoad(ParseResult _, CancellationToken token) => BotLoadBenchmark.RunAsync(token);

    private static Task<string> SocketLoad(ParseResult _, CancellationToken token) =>
        SocketLoadBenchmark.RunAsync(token);

    private static Task<string> IdleConversations(ParseResult _, CancellationToken token) =>
        IdleConversationBenchmark.RunAsync(token);

    private static Task<string> PageWeight(ParseResult _, CancellationToken token) =>
        PageWeightBenchmark.RunAsync(token);

    private static Command Create(
        string name,
        string description,
        IReadOnlyList<Func<ParseResult, CancellationToken, Task<string>>> reports,
        params IEnumerable<Option> options
    )
    {
        var command = new Command(name, description);
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction(
            async (parsed, token) =>
            {
                await Console.Out.WriteLineAsync(Machine.Describe());
                foreach (Func<ParseResult, CancellationToken, Task<string>> report in reports)
                {
                    await Console.Out.WriteLineAsync();
                    await Console.Out.WriteAsync(await report(parsed, token));
                }

                return 0;
            }
        );
        return command;
    }

    /// <summary>A host that the reports start as a separate process.</summary>
    private static Command CreateHost(string name)
    {
        var address = new Argument<string>("address");
        var command = new Command(name) { address };
        command.Hidden = true;
        command.SetAction((parsed, _) => EchoHosts.RunAsync(name, parsed.GetRequiredValue(address)));
        return command;
    }

    private static Command CreateBenchmarkDotNet()
    {
        var arguments = new Argument<string[]>("arguments") { Description = "As BenchmarkDotNet takes them." };
        var command = new Command("bdn", "BenchmarkDotNet: means and allocations, for work on the code.") { arguments };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            string[] all = [.. parsed.GetValue(arguments) ?? [], .. parsed.UnmatchedTokens];
            string reports = Path.Combine(Repository.Root, ".artifacts", "benchmarks");
            IConfig config = DefaultConfig.Instance.WithArtifactsPath(reports);
            BenchmarkSwitcher.FromAssembly(typeof(BenchmarkCommands).Assembly).Run(all, config);
            return 0;
        });
        return command;
    }

    private static int ParseCount(string text, ArgumentResult argument)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count == 0)
        {
            argument.AddError($"'{text}' is no count: write a whole number above 0.");
        }

        return count;
    }
}
