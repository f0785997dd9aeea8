using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Fetching;
using SummitBot.Ingestion.Languages;
using SummitBot.Ingestion.Pages;
using SummitBot.Language;

namespace SummitBot.Ingestion;

public static class IngestionServiceCollectionExtensions
{
    /// <summary>
    /// Adds the reader of article files (plain text, Markdown, HTML) and the language detector. The limits on file size
    /// and reading time come from <see cref="CorpusOptions"/>, which <c>AddSummitBotCore</c> binds.
    /// </summary>
    public static IServiceCollection AddSummitBotIngestion(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<ILanguageDetector, LinguaLanguageDetector>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FolderFurniture>();
        services.TryAddSingleton<ISourceFetcher, SourceFetcher>();
        services.TryAddSingleton<FileArticleReader>();
        services.TryAddSingleton<IArticleReader, TimeLimitedArticleReader>();
        return services;
    }
}
