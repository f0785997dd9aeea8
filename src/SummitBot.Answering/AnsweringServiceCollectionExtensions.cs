using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Answering.Embeddings;
using SummitBot.Core.Answers;
using SummitBot.Core.Retrieval;

namespace SummitBot.Answering;

public static class AnsweringServiceCollectionExtensions
{
    /// <summary>Adds the embedded writer, which quotes and needs neither key nor network, and the embedding model
    /// of section <c>SummitBot:Embedding</c>, if one is set.</summary>
    public static IServiceCollection AddSummitBotAnswering(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IAnswerWriter, QuotingAnswerWriter>();
        services.TryAddSingleton<ITextEmbedder, ModelTextEmbedder>();
        return services;
    }
}
