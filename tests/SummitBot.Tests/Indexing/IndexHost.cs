using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing;
using SummitBot.Language.Tokens;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Indexing;

/// <summary>A real index on disk, composed as in a host.</summary>
internal sealed class IndexHost : IDisposable
{
    private static readonly PassageSplitter Splitter = new();
    private readonly ServiceProvider _services;

    public IndexHost(string path, TimeProvider? time = null, string snapshots = "")
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.AddProvider(Logs));
        services.AddOptions<IndexOptions>().Configure(o => (o.Path, o.Snapshots) = (path, snapshots));
        services.AddSummitBotIndexing();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public LogRecorder Logs { get; } = new();

    public IPassageIndex Index => Get<IPassageIndex>();

    public IIndexSnapshots Snapshots => Get<IIndexSnapshots>();

    public IPassageRetriever Retriever => Get<IPassageRetriever>();

    public IArticleCatalog Catalog => Get<IArticleCatalog>();

    public ITermAnalyzer Terms => Get<ITermAnalyzer>();

    public ITermStatistics Statistics => Get<ITermStatistics>();

    /// <summary>An article with the given text; the id is also its title.</summary>
    public static Article CreateArticle(string id, string text, string language = "en") =>
        new()
        {
            Id = new ArticleId(id),
            Title = id,
            Text = text,
            Language = language,
            Source = $"{id}.md",
        };

    public static IndexedSource CreateSource(Article article) =>
        new(
            new ArticleFile(
                $"/corpus/{article.Source}",
                article.Source,
                article.Text.Length,
                new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)
            ),
            article.Id,
            $"hash of {article.Text}",
            null
        );

    public static void Put(IPassageIndexWriter writer, params IEnumerable<Article> articles)
    {
        foreach (Article article in articles)
        {
            writer.Put(article, Splitter.Split(article));
        }
    }

    /// <summary>Builds a new index from these articles.</summary>
    public void Build(params IReadOnlyList<Article> articles) => Write(rebuild: true, articles);

    /// <summary>Writes these articles to the index as its only contents.</summary>
    public void Write(bool rebuild, params IReadOnlyList<Article> articles)
    {
        using IPassageIndexWriter writer = Index.OpenWriter(rebuild);
        Put(writer, articles);
        writer.Commit(["/corpus"], isExplicit: false, [.. articles.Select(CreateSource)]);
    }

    /// <summary>The ids of the passages found, best first.</summary>
    public async Task<string[]> FindAsync(string question, string language = "en") =>
        [.. (await RetrieveAsync(new RetrievalQuery(question, language))).Select(p => p.Passage.Id.ToString())];

    public Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(RetrievalQuery query) =>
        Retriever.RetrieveAsync(query, TestContext.Current.CancellationToken);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose()
    {
        _services.Dispose();
        Logs.Dispose();
    }
}
