using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitBot.Bot;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Hosting;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Bot.Hosting;

/// <summary>The protocol on a real Kestrel server, with a bot and a channel of the test.</summary>
internal sealed class ProtocolHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProtocolHost(WebApplication app, RecordingChannel channel, LogRecorder logs)
    {
        _app = app;
        Channel = channel;
        Logs = logs;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public RecordingChannel Channel { get; }

    public LogRecorder Logs { get; }

    public HttpClient Client { get; }

    public IEnumerable<string?> Texts => Channel.Sent.Where(a => a.Type == ActivityTypes.Message).Select(a => a.Text);

    public static Task<ProtocolHost> StartAsync(
        BotCallbackHandler onTurn,
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeSpan? shutdown = null
    ) => StartAsync(new ScriptedBot { OnTurn = onTurn }, settings, shutdown);

    public static async Task<ProtocolHost> StartAsync(
        IBot bot,
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeSpan? shutdown = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? map = null
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["SummitBot:Bot:LocalServiceUrls:0"] = "http://127.0.0.1:*/_connector";
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(bot);
        RecordingChannel channel = new();
        LogRecorder logs = new();
        builder.Services.AddSingleton<IHostedChannel>(channel);
        services?.Invoke(builder.Services);
        builder.Services.AddBotFramework(builder.Configuration).AddBot<ScriptedBot>();
        builder.Services.AddProblemDetails();
        if (shutdown is { } timeout)
        {
            builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = timeout);
        }

        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.MapBot();
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ProtocolHost(app, channel, logs);
    }

    public Task<HttpResponseMessage> PostAsync(Activity activity) => PostAsync(ActivityJson.Serialize(activity));

    public Task<HttpResponseMessage> PostAsync(string json) => PostAsync(Encoding.UTF8.GetBytes(json));

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string mediaType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return await Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async Task UntilAsync(Func<bool> isTrue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isTrue())
        {
            Assert.False(
                limit.IsCancellationRequested,
                $"Not within 20 s. Log: {string.Join('\n', Logs.Lines.Select(l => l.Text))}"
            );
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A message as Teams sends it.</summary>
    public static Activity Message(string text, string conversation = "c1", string? id = null) =>
        new(ActivityTypes.Message)
        {
            Id = id ?? Guid.NewGuid().ToString("N"),
            Text = text,
            ChannelId = Channels.Msteams,
            ServiceUrl = "http://127.0.0.1:9/_connector",
            From = new ChannelAccount("user", "Alex"),
            Recipient = new ChannelAccount("bot", "SummitBot"),
            Conversation = new ConversationAccount(isGroup: null, ConversationTypes.Personal, conversation),
            Locale = "en-US",
        };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Logs.Dispose();
    }
}
