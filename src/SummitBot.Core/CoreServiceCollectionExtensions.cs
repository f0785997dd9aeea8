using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Answers.Parts;
using SummitBot.Core.Answers.Risk;
using SummitBot.Core.Answers.SmallTalk;
using SummitBot.Core.Conversations;
using SummitBot.Core.Corpus;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Groundedness;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Settings;
using SummitBot.Core.Suggestions;

namespace SummitBot.Core;

public static class CoreServiceCollectionExtensions
{
    /// <summary>
    /// The sections that section <c>SummitBot</c> may hold, those of every host among them: all hosts read the same
    /// file, and each checks the keys inside the sections that it binds.
    /// </summary>
    private static readonly string[] Sections =
    [
        "Corpus",
        "Index",
        "Answering",
        "Model",
        "Embedding",
        "Storage",
        "Web",
        "Bot",
        "DirectLine",
        "Admin",
        "Articles",
    ];

    /// <summary>
    /// Adds the use cases (<see cref="CorpusIndexer"/>, <see cref="QuestionAnswerer"/>) and the settings of section
    /// <c>SummitBot</c>. The ports they need come from the adapters' own <c>Add...</c> methods.
    /// </summary>
    public static IServiceCollection AddSummitBotCore(this IServiceCollection services, IConfiguration configuration)
    {
        IConfigurationSection root = configuration.GetSection(SummitBotOptions.Section);
        string[] known = [.. UnknownSettings.KeysOf<SummitBotOptions>(), .. Sections];
        IReadOnlyList<string> unknown = UnknownSettings.In(root, known);
        services
            .AddOptions<SummitBotOptions>()
            .Bind(root)
            .ValidateAnnotations()
            .Validate(_ => unknown.Count == 0, UnknownSettings.Describe(SummitBotOptions.Section, unknown, known))
            .ValidateOnStart();
        services.AddSettings<CorpusOptions>(configuration, CorpusOptions.Section);
        services.PostConfigure<CorpusOptions>(o => o.Paths = o.Paths.Count == 0 ? CorpusOptions.DefaultPaths : o.Paths);
        services.AddSettings<IndexOptions>(configuration, IndexOptions.Section);
        services.AddSettings<AnsweringOptions>(configuration, AnsweringOptions.Section);
        services.AddSettings<EmbeddingOptions>(configuration, EmbeddingOptions.Section);
        services.AddSettings<ModelOptions>(configuration, ModelOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AnsweringOptions>, RiskSettings>());

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(AnswerParts.All);
        services.TryAddSingleton<PassageSplitter>();
        services.TryAddSingleton<CorpusIndexer>();
        services.TryAddSingleton<IQuestionResolver, QuestionResolver>();
        services.TryAddSingleton<ArticleFinder>();
        services.TryAddSingleton<ArticleLister>();
        services.TryAddSingleton<ArticleSummarizer>();
        services.TryAddSingleton<SmallTalkReplier>();
        services.TryAddSingleton<ClaimChecker>();
        services.TryAddSingleton<CitationGate>();
        services.TryAddSingleton<QuestionSearch>();
        services.TryAddSingleton<DraftRefiner>();
        services.TryAddSingleton<QuestionAnswerer>();
        services.TryAddSingleton<IQuestionSuggester, QuestionSuggester>();
        services.TryAddSingleton<SelfChecks>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, IndexSelfCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, EmbeddingSelfCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, PublicUrlSelfCheck>());
        return services;
    }
}
