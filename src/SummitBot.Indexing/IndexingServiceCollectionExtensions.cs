using Microsoft.Extensions.DependencyInjection;

namespace SummitBot.Indexing;

public static class IndexingServiceCollectionExtensions
{
    public static IServiceCollection AddSummitBotIndexing(this IServiceCollection services) => services;
}
