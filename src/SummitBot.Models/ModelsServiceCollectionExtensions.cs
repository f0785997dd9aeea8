using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;
using SummitBot.Core.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Models.Chat;
using SummitBot.Models.Diagnosis;
using SummitBot.Models.Embeddings;
using SummitBot.Models.Reading;

namespace SummitBot.Models;

public static class ModelsServiceCollectionExtensions
{
    /// <summary>
    /// Adds the language models of section <c>SummitBot:Model</c>, the embedding model of section
    /// <c>SummitBot:Embedding</c> and the reader. Each is loaded or called at first use.
    /// </summary>
    public static IServiceCollection AddSummitBotModels(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITextEmbedder, ModelTextEmbedder>();
        services.TryAddSingleton<IReadingModel>(EmbeddedReadingModel.Shared);
        services.AddLogging();
        services.AddModelHttp();
        services.TryAddSingleton<ModelConnections>();
        services.TryAddSingleton(provider => new ModelBudget(
            provider.GetService<IUsageStore>(),
            provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton<ArticleLookups>();
        services.TryAddSingleton<ModelRecord>();
        services.TryAddSingleton<ModelDrafter>();
        services.TryAddSingleton<ModelLister>();
        services.TryAddSingleton<ModelTrial>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, ModelSelfCheck>());
        services.TryAddSingleton<IModelAnswerWriter, KernelAnswerWriter>();
        services.TryAddSingleton<IQuestionRewriter, KernelQuestionRewriter>();
        return services;
    }
}
