using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Core.Conversations;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Feedback;
using SummitBot.Core.Settings;
using SummitBot.Hosting;
using SummitBot.Hosting.Activities;
using SummitBot.Hosting.Secrets;
using SummitBot.Storage.Activities;
using SummitBot.Storage.Conversations;
using SummitBot.Storage.Database;
using SummitBot.Storage.Feedback;
using SummitBot.Storage.Retention;
using SummitBot.Storage.Secrets;

namespace SummitBot.Storage;

public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stores of conversations, feedback, served activities and secrets, in one SQLite database, and its
    /// settings. The file is created when something is first stored.
    /// </summary>
    public static IServiceCollection AddSummitBotStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<StorageOptions>(configuration, StorageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton<StorageHealth>();
        services.TryAddSingleton<SqliteConversations>();
        services.TryAddSingleton<MemoryConversations>();
        services.TryAddSingleton<SqliteActivities>();
        services.TryAddSingleton<MemoryActivities>();
        services.TryAddSingleton<IConversationStore, ConversationStore>();
        services.TryAddSingleton<IFeedbackStore, SqliteFeedbackStore>();
        services.TryAddSingleton<IActivityLog, ActivityLog>();
        services.TryAddSingleton<ISecretStore, SqliteSecretStore>();
        services.TryAddSingleton<IRetentionSweep, RetentionSweep>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, DatabaseSelfCheck>());
        return services;
    }
}
