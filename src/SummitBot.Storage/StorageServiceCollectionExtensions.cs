using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Core.Conversations;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Feedback;
using SummitBot.Core.Models;
using SummitBot.Core.Reviews;
using SummitBot.Core.Settings;
using SummitBot.Hosting;
using SummitBot.Hosting.Activities;
using SummitBot.Hosting.Hosts;
using SummitBot.Hosting.Operation;
using SummitBot.Hosting.Secrets;
using SummitBot.Storage.Activities;
using SummitBot.Storage.Conversations;
using SummitBot.Storage.Database;
using SummitBot.Storage.Feedback;
using SummitBot.Storage.Hosts;
using SummitBot.Storage.Operation;
using SummitBot.Storage.Retention;
using SummitBot.Storage.Reviews;
using SummitBot.Storage.Secrets;

namespace SummitBot.Storage;

public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stores of conversations, feedback, activities, secrets and the use of models, in one SQLite database or
    /// in PostgreSQL according to the settings, and the services that hosts of one database share. A SQLite file is
    /// created when something is first stored.
    /// </summary>
    public static IServiceCollection AddSummitBotStorage(this IServiceCollection services, IConfiguration configuration)
    {
        StoredText.Register();
        services.AddSettings<StorageOptions>(configuration, StorageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<StorageHealth>();
        services.TryAddSingleton<ConversationTables>();
        services.TryAddSingleton<MemoryConversations>();
        services.TryAddSingleton<ActivityTables>();
        services.TryAddSingleton<HostIdentity>();
        services.TryAddSingleton<IConversationStore, ConversationStore>();
        services.TryAddSingleton<IFeedbackStore, FeedbackStore>();
        services.TryAddSingleton<IReviewStore, ReviewStore>();
        services.TryAddSingleton<ISecretStore, SecretStore>();
        services.TryAddSingleton<IActivityQueue, ActivityQueue>();
        services.TryAddSingleton<IUsageStore, UsageStore>();
        services.TryAddSingleton<IRetentionSweep, RetentionSweep>();
        services.TryAddSingleton<IPersonalData, PersonalDataStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, DatabaseSelfCheck>());
        // An unknown provider is reported by the validation of settings.
        string? provider = configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"];
        return Enum.TryParse(provider, ignoreCase: true, out StorageProvider known) && known == StorageProvider.Postgres
            ? services.AddPostgres()
            : services.AddSqlite();
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton<IDatabaseBackup, SqliteBackup>();
        services.TryAddSingleton<IDatabase>(s => s.GetRequiredService<SqliteDatabase>());
        services.TryAddSingleton<MemoryActivities>();
        services.TryAddSingleton<IActivityLog, SqliteActivityLog>();
        services.TryAddSingleton<SingleHost>();
        services.TryAddSingleton<IHostSignals>(s => s.GetRequiredService<SingleHost>());
        services.TryAddSingleton<ISharedClock>(s => s.GetRequiredService<SingleHost>());
        services.TryAddSingleton<ISharedLimits>(s => s.GetRequiredService<SingleHost>());
        services.TryAddSingleton<IHostLease>(s => s.GetRequiredService<SingleHost>());
        return services;
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        services.TryAddSingleton<PostgresDatabase>();
        services.TryAddSingleton<IDatabaseBackup, PostgresBackup>();
        services.TryAddSingleton<IDatabase>(s => s.GetRequiredService<PostgresDatabase>());
        services.TryAddSingleton<ISharedClock>(s => s.GetRequiredService<PostgresDatabase>());
        services.TryAddSingleton<IActivityLog, SharedActivityLog>();
        services.TryAddSingleton<IHostSignals, PostgresSignals>();
        services.TryAddSingleton<ISharedLimits, PostgresLimits>();
        services.TryAddSingleton<IHostLease, PostgresLease>();
        return services;
    }
}
