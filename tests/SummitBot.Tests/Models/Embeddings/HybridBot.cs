using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Answering;
using SummitBot.Core;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing;
using SummitBot.Models;
using SummitBot.Tests.Core.Corpus;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>The components composed as in a host, with vectors from a server, over an index on disk.</summary>
internal sealed class HybridBot : IDisposable
{
    private readonly ServiceProvider _services;

    public HybridBot(
        string index,
        IArticleReader reader,
        string endpoint,
        IReadOnlyDictionary<string, string?>? settings = null,
        ITextEmbedder? embedder = null
    )
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["SummitBot:Index:Path"] = index,
            ["SummitBot:Embedding:Provider"] = "openAICompatible",
            ["SummitBot:Embedding:Name"] = "words",
            ["SummitBot:Embedding:Endpoint"] = endpoint,
            ["SummitBot:Embedding:Retries"] = "0",
            ["SummitBot:Embedding:BatchSize"] = "2",
            ["SummitBot:Embedding:QuestionTimeoutSeconds"] = "30",
        };
        foreach ((string key, string? value) in settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            all[$"SummitBot:Embedding:{key}"] = value;
        }

        var services = new ServiceCollection();
        if (embedder is not null)
        {
            services.AddSingleton(embedder);
        }

        _services = services
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddSingleton<TimeProvider>(Time)
            .AddSummitBotCore(new ConfigurationBuilder().AddInMemoryCollection(all).Build())
            .AddSummitBotIndexing()
            .AddSummitBotAnswering()
            .AddSummitBotModels()
            .Replace(ServiceDescriptor.Singleton(reader))
            .BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Stands still unless a test advances it; time-outs use it.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public LogRecorder Logs { get; } = new();

    /// <summary>Warnings about vectors, in order.</summary>
    public string[] Warnings => [.. Logs.Lines.Where(l => l.Level == LogLevel.Warning).Select(l => l.Text)];

    public Task<IndexingReport> IndexAsync(
        IProgress<IndexingProgress>? progress = null,
        CancellationToken? cancellationToken = null
    ) =>
        _services
            .GetRequiredService<CorpusIndexer>()
            .IndexAsync(
                new IndexingRequest([FakeArticleReader.Root]),
                progress,
                cancellationToken ?? TestContext.Current.CancellationToken
            );

    public Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(
        string question,
        DateOnly? asOf = null,
        string language = "en"
    ) =>
        _services
            .GetRequiredService<IPassageRetriever>()
            .RetrieveAsync(
                new RetrievalQuery(question, language) { AsOf = asOf },
                TestContext.Current.CancellationToken
            );

    /// <summary>Ids of the found articles, best first.</summary>
    public async Task<string[]> FindAsync(string question, DateOnly? asOf = null) =>
        [.. (await RetrieveAsync(question, asOf)).Select(p => p.Article.Id.Value).Distinct()];

    public void Dispose() => _services.Dispose();
}
