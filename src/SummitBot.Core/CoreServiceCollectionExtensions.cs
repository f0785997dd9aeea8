using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Answers.Risk;
using SummitBot.Core.Answers.SmallTalk;
using SummitBot.Core.Asking;
using SummitBot.Core.Corpus;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Models;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Settings;
using SummitBot.Core.Suggestions;
using SummitBot.Groundedness;

namespace SummitBot.Core;

public static class CoreServiceCollectionExtensions
{
    /// <summary>
    /// Adds the use cases (<see cref="CorpusIndexer"/>, <see cref="QuestionAnswerer"/>) and their settings. The ports they need come from the adapters' own <c>Add...</c> methods.
    /// </summary>
    public static IServiceCollection AddSummitBotCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.PostConfigure<CorpusOptions>(o => o.Paths = o.Paths.Count == 0 ? CorpusOptions.DefaultPaths : o.Paths);
        services.AddSettings<CorpusOptions>(configuration, CorpusOptions.Section);
        services.AddSettings<IndexOptions>(configuration, IndexOptions.Section);
        services.AddSettings<AnsweringOptions>(configuration, AnsweringOptions.Section);
        services.AddSettings<EmbeddingOptions>(configuration, EmbeddingOptions.Section);
        services.AddSettings<ReaderOptions>(configuration, ReaderOptions.Section);
        services.AddSettings<ModelOptions>(configuration, ModelOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AnsweringOptions>, RiskSettings>());

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PassageSplitter>();
        services.TryAddSingleton<CorpusIndexer>();
        services.TryAddSingleton<IQuestionResolver, QuestionResolver>();
        services.TryAddSingleton<QuestionAnalyzer>();
        services.TryAddSingleton<ArticleFinder>();
        services.TryAddSingleton<ArticleLister>();
        services.TryAddSingleton<ArticleSummarizer>();
        services.TryAddSingleton<ArticleListReplier>();
        services.TryAddSingleton<ArticleSummaryReplier>();
        services.TryAddSingleton<AuthorReplier>();
        services.TryAddSingleton<SmallTalkReplier>();
        services.TryAddSingleton<ClaimChecker>();
        services.TryAddSingleton<CitationGate>();
        services.TryAddSingleton<QuestionSearch>();
        services.TryAddSingleton<GenerativeAnswerer>();
        services.TryAddSingleton<QuestionAnswerer>();
        services.TryAddSingleton<IQuestionSuggester, QuestionSuggester>();
        services.TryAddSingleton<SelfChecks>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, IndexSelfCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, EmbeddingSelfCheck>());
        return services;
    }
}
