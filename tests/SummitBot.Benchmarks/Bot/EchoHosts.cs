using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SummitBot.Bot;
using SummitBot.Bot.Hosting;
using SummitBot.Bot.Settings;

namespace SummitBot.Benchmarks.Bot;

/// <summary>An echo bot at <c>/api/messages</c>, on the plain SDK as in its samples, or on ours.</summary>
internal static class EchoHosts
{
    public const string Sdk = "sdk-echo";
    public const string Ours = "summitbot-echo";

    /// <summary>Runs one of the two until the process is ended.</summary>
    public static async Task<int> RunAsync(string name, string address)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        await using WebApplication app = name == Sdk ? BuildSdk(builder) : BuildOurs(builder);
        await app.RunAsync();
        return 0;
    }

    private static WebApplication BuildSdk(WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton<BotFrameworkAuthentication>(
            provider => new ConfigurationBotFrameworkAuthentication(
                provider.GetRequiredService<IConfiguration>(),
                httpClientFactory: provider.GetRequiredService<IHttpClientFactory>()
            )
        );
        builder.Services.AddSingleton<IBotFrameworkHttpAdapter>(provider => new CloudAdapter(
            provider.GetRequiredService<BotFrameworkAuthentication>(),
            NullLogger.Instance
        ));
        builder.Services.AddTransient<IBot, EchoBot>();
        WebApplication app = builder.Build();
        app.MapPost(
            "/api/messages",
            (HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, IBot bot) =>
                adapter.ProcessAsync(request, response, bot, request.HttpContext.RequestAborted)
        );
        return app;
    }

    private static WebApplication BuildOurs(WebApplicationBuilder builder)
    {
        builder.Configuration[$"{BotOptions.Section}:{nameof(BotOptions.QueueLength)}"] = "100000";
        builder.Configuration[$"{BotOptions.Section}:{nameof(BotOptions.LocalServiceUrls)}:0"] =
            "http://127.0.0.1:*/_connector";
        builder.Services.AddBotFramework(builder.Configuration).AddBot<EchoBot>();
        WebApplication app = builder.Build();
        app.MapBot();
        return app;
    }

    private sealed class EchoBot : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext,
            CancellationToken cancellationToken
        ) =>
            turnContext.SendActivityAsync(MessageFactory.Text($"Echo: {turnContext.Activity.Text}"), cancellationToken);
    }
}
