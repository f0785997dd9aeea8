using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Answering;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Core;
using SummitBot.Core.Articles;
using SummitBot.Core.Asking;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing;
using SummitBot.Models;

namespace SummitBot.Benchmarks.Synthetic;

/// <summary>The product as its hosts compose it, over a synthetic corpus and an index in a separate folder.</summary>
internal sealed class SyntheticBot : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    /// <param name="settings">Settings beside that of the index.</param>
    public SyntheticBot(
        int articles,
        Func<int, Article> articleOf,
        params IEnumerable<(string Key, string Value)> settings
    )
    {
        Articles = articles;
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new KeyValuePair<string, string?>("SummitBot:Index:Path", _folder.Path),
                // The texts are random words, for which embeddings are useless.
                new KeyValuePair<string, string?>("SummitBot:Embedding:Provider", "none"),
                .. settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)),
            ])
            .Build();
        _services = new ServiceCollection()
            .AddSummitBotCore(configuration)
            .AddSummitBotIndexing()
            .AddSummitBotAnswering()
            .AddSummitBotModels()
            .AddSingleton<IArticleReader>(new SyntheticArticleReader(articles, articleOf))
            .BuildServiceProvider();
    }

    public int Articles { get; }

    public IPassageRetriever Retriever => _services.GetRequiredService<IPassageRetriever>();

    public QuestionAnswerer Answerer => _services.GetRequiredService<QuestionAnswerer>();

    /// <summary>Bytes on disk.</summary>
    public long IndexSize => _folder.Size;

    /// <summary>Rebuilds the whole index.</summary>
    public Task<IndexingReport> IndexAsync(CancellationToken cancellationToken) =>
        _services
            .GetRequiredService<CorpusIndexer>()
            .IndexAsync(new IndexingRequest(["/synthetic"], Rebuild: true), progress: null, cancellationToken);

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
