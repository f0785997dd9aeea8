using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Core.Articles;
using SummitBot.Core.Languages;
using SummitBot.Ingestion.Languages;

namespace SummitBot.Ingestion;

public static class IngestionServiceCollectionExtensions
{
    /// <summary>
    /// Adds the reader of article files (plain text, Markdown, HTML) and the language detector. The limit on the size of a
    /// file comes from <see cref="Core.Corpus.CorpusOptions"/>, which <c>AddSummitBotCore</c> binds.
    /// </summary>
    public static IServiceCollection AddSummitBotIngestion(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<ILanguageDetector, LinguaLanguageDetector>();
        services.TryAddSingleton<IArticleReader, FileArticleReader>();
        return services;
    }
}
