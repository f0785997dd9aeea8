using Microsoft.Extensions.DependencyInjection;

namespace SummitBot.Ingestion;

public static class IngestionServiceCollectionExtensions
{
    public static IServiceCollection AddSummitBotIngestion(this IServiceCollection services) => services;
}
