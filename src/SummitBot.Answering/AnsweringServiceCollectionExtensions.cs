using Microsoft.Extensions.DependencyInjection;

namespace SummitBot.Answering;

public static class AnsweringServiceCollectionExtensions
{
    public static IServiceCollection AddSummitBotAnswering(this IServiceCollection services) => services;
}
