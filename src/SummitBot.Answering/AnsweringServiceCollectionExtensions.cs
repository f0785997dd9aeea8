using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Answering.Reading;
using SummitBot.Core.Answers;

namespace SummitBot.Answering;

public static class AnsweringServiceCollectionExtensions
{
    /// <summary>
    /// Adds the extractive writer, which quotes articles and needs neither key nor network, and its reader model.
    /// </summary>
    public static IServiceCollection AddSummitBotAnswering(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PassageReader>();
        services.TryAddSingleton<IAnswerWriter, QuotingAnswerWriter>();
        return services;
    }
}
