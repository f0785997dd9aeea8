using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Analysis;
using SummitBot.Indexing.Search;
using SummitBot.Indexing.Snapshots;
using SummitBot.Indexing.Storage;
using SummitBot.Indexing.Vectors;
using SummitBot.Indexing.Writing;
using SummitBot.Language.Tokens;

namespace SummitBot.Indexing;

public static class IndexingServiceCollectionExtensions
{
    /// <summary>
    /// Adds the index in the folder that <see cref="IndexOptions"/> names: writing it (<see cref="IPassageIndex"/>),
    /// sharing it with other hosts (<see cref="IIndexSnapshots"/>) and reading it (<see cref="IPassageRetriever"/>, <see cref="IArticleCatalog"/>, <see cref="ITermAnalyzer"/>, <see
    /// cref="ITermStatistics"/>). Nothing touches the disk before the first use. With an <see cref="ITextEmbedder"/>
    /// that has a model, passages also get vectors and are found by them.
    /// </summary>
    public static IServiceCollection AddSummitBotIndexing(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.TryAddSingleton(new PassageQueryWeights());
        services.TryAddSingleton<IndexFolder>();
        services.TryAddSingleton<PassageSearchers>();
        services.TryAddSingleton<IPassageIndex, LucenePassageIndex>();
        services.TryAddSingleton<IIndexSnapshots, IndexSnapshots>();
        services.TryAddSingleton<LucenePassageRetriever>();
        services.TryAddSingleton<PassageVectorStore>();
        services.TryAddSingleton<QueryEmbeddings>();
        services.TryAddSingleton<IPassageVectorIndex, PassageVectorIndex>();
        services.TryAddSingleton<IPassageRetriever, HybridPassageRetriever>();
        services.TryAddSingleton<IArticleCatalog, LuceneArticleCatalog>();
        services.TryAddSingleton<ITermAnalyzer, LuceneTermAnalyzer>();
        services.TryAddSingleton<ITermStatistics, LuceneTermStatistics>();
        return services;
    }
}
