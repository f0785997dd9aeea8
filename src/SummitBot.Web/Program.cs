using Microsoft.Extensions.Options;
using SummitBot.Answering;
using SummitBot.Bot;
using SummitBot.Bot.Hosting;
using SummitBot.Core;
using SummitBot.DirectLine;
using SummitBot.Hosting;
using SummitBot.Indexing;
using SummitBot.Ingestion;
using SummitBot.Models;
using SummitBot.Storage;
using SummitBot.Web;
using SummitBot.Web.Admin;
using SummitBot.Web.Articles;
using SummitBot.Web.Articles.Receiving;
using SummitBot.Web.Asking;
using SummitBot.Web.Health;
using SummitBot.Web.Hosting;
using SummitBot.Web.Pages;
using SummitBot.Web.Telemetry;
using SummitBot.Web.WebChat;
using SummitBot.Web.Widget;

try
{
    WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
        // appsettings.json is read from the program's folder, wherever the program is started.
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
    );
    // For keys of models: overrides the file, and is overridden by the environment and the command line.
    builder.Configuration.AddUserSecrets(typeof(WebOptions).Assembly, optional: true);
    builder.Configuration.AddEnvironmentVariables().AddCommandLine(args);
    if (args.Contains(HealthProbe.Flag, StringComparer.Ordinal))
    {
        return await HealthProbe.RunAsync(builder.Configuration);
    }

    builder.ConfigureServer();
    builder.AddTelemetry();
    builder
        .Services.AddSummitBotHosting(builder.Configuration)
        .AddSummitBotCore(builder.Configuration)
        .AddSummitBotIngestion()
        .AddSummitBotIndexing()
        .AddSummitBotAnswering()
        .AddSummitBotModels()
        .AddSummitBotStorage(builder.Configuration)
        .AddBotFramework(builder.Configuration)
        .AddDirectLine(builder.Configuration)
        .AddSummitBotWeb(builder.Configuration);

    await using WebApplication app = builder.Build();
    // Runs before anything reads a setting, so that all invalid ones are reported at once.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    app.UseSecurityHeaders();
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.UseKnownCharsets();
    app.UseProxyCheck();
    app.UseHostNames();
    app.UseEntraSignIn();
    app.UseDirectLine();
    app.UseRequestLimits();
    app.MapPages();
    app.MapWidget();
    app.MapWebChat();
    app.MapAsk();
    app.MapAskStream();
    app.MapBot();
    app.MapDirectLine();
    app.MapArticles();
    app.MapReceiving();
    app.MapSources();
    app.MapHealth();
    app.MapMetrics();
    app.MapAdmin();
    app.MapOpenApi();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartupErrors.Explain(exception) is { Count: > 0 } sentences)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, sentences));
    return StartupErrors.ExitCode;
}
