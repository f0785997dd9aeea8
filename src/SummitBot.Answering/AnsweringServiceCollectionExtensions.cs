using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SummitBot.Answering.Embeddings;
using SummitBot.Answering.Models;
using SummitBot.Answering.Models.Diagnosis;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Conversations;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Hosts;
using SummitBot.Core.Retrieval;

namespace SummitBot.Answering;

public static class AnsweringServiceCollectionExtensions
{
    /// <summary>
    /// Adds the embedded writer, which quotes and needs neither key nor network; the models of section
    /// <c>SummitBot:Model</c> and the embedding model of section <c>SummitBot:Embedding</c>, none of which is touched
    /// unless one is set.
    /// </summary>
    public static IServiceCollection AddSummitBotAnswering(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IAnswerWriter, QuotingAnswerWriter>();
        services.TryAddSingleton<ITextEmbedder, ModelTextEmbedder>();
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
