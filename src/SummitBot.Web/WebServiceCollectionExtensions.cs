using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using SummitBot.Bot;
using SummitBot.Core.Answers;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Settings;
using SummitBot.Web.Access;
using SummitBot.Web.Admin;
using SummitBot.Web.Articles.Receiving;
using SummitBot.Web.Bot;
using SummitBot.Web.Corpus;
using SummitBot.Web.Diagnosis;
using SummitBot.Web.Hosting;
using SummitBot.Web.Problems;
using SummitBot.Web.Storage;
using SummitBot.Web.WebChat;

namespace SummitBot.Web;

public static class WebServiceCollectionExtensions
{
    /// <summary>
    /// Adds the services of the endpoints: settings, problem details, the OpenAPI document, and the refresher that
    /// keeps the index up to date with the corpus. The use cases and their adapters have <c>Add...</c> methods of their
    /// own.
    /// </summary>
    public static IServiceCollection AddSummitBotWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<WebOptions>(configuration, WebOptions.Section);
        services.AddAdmin(configuration);
        services.AddHeadRequests();
        services.AddSingleton<HostNames>();
        services.AddRequestLimits();
        services.AddSingleton(_ => new WebChatScript(WebChatScript.DefaultPath));
        services.AddSingleton<IndexStatus>();
        services.AddSingleton<AnswerMarkdown>();
        services.AddSingleton<TeamsComposer>();
        services.AddSingleton<WebChatComposer>();
        services.AddSingleton<AnswerMessages>();
        services.AddSingleton<ChatMemory>();
        services.AddSingleton<CurrentCitations>();
        services.AddSingleton<ChatAnswerer>();
        services.AddBot<Bot.SummitBot>();
        services.AddCorpus(configuration);
        services.AddHostedService<RetentionSweeper>();
        services.AddSingleton<ProxyCheck>();
        services.AddSingleton<ISelfCheck>(s => s.GetRequiredService<ProxyCheck>());
        services.AddSingleton<SelfCheckMonitor>();
        services.AddHostedService(s => s.GetRequiredService<SelfCheckMonitor>());

        // The first suitable writer is used, so ours must be registered before the framework's, which writes nothing
        // for some clients.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(o =>
        {
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.Converters.Add(new AnswerOutcomeConverter());
        });
        services.AddOpenApi(o =>
            o.AddDocumentTransformer(
                (document, _, _) =>
                {
                    document.Info.Title = "SummitBot";
                    document.Info.Version = "1";
                    document.Info.Description =
                        "Answers questions from a corpus of news articles. Every sentence of an answer is quoted from an "
                        + "article, with the place it stands at.";
                    return Task.CompletedTask;
                }
            )
        );
        return services;
    }

    /// <summary>The pages for operators, and who may see them.</summary>
    private static void AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AdminOptions>(configuration, AdminOptions.Section);
        services.AddEntraSignIn(configuration);
        services.AddSingleton<AdminAccess>();
        services.AddSingleton<FailedKeyAttempts>();
        services.AddSingleton<OperatorReports>();
        services.AddSingleton<RefusalTopics>();
        services.AddSingleton<ReviewEndpoints.ReviewServices>();
        services.AddSingleton<SourcesPage>();
    }

    /// <summary>What keeps the index up to date with the corpus, takes articles from programs, and says who sees them.</summary>
    private static void AddCorpus(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AccessOptions>(configuration, AccessOptions.Section);
        services.AddSingleton<AskerAccess>();
        services.AddSingleton<AccessTokens>();
        services.AddSettings<ArticlesOptions>(configuration, ArticlesOptions.Section);
        services.AddSingleton<ReceivedArticles>();
        services.AddSingleton<SearchableArticles>();
        services.AddSingleton<CorpusSignal>();
        services.AddSingleton<SourceSignals>();
        services.AddSingleton<SourceLog>();
        services.AddSingleton<SharedIndex>();
        services.AddSingleton<CorpusWatcher>();
        services.AddHostedService<CorpusRefresher>();
        services.AddHostedService<SourceRefresher>();
    }
}
