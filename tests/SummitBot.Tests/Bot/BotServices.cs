using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Bot;
using SummitBot.Bot.Settings;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Bot;

/// <summary>The services of the bot's project as a host registers them, with a fake clock.</summary>
internal sealed class BotServices : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="settings">Keys below <c>SummitBot:Bot</c>.</param>
    public BotServices(
        IReadOnlyDictionary<string, string?> settings,
        TimeProvider? time = null,
        bool isOpenToMachine = true
    )
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                isOpenToMachine
                    ? [new($"{BotOptions.Section}:LocalServiceUrls:0", "http://127.0.0.1:*/_connector")]
                    : []
            )
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"{BotOptions.Section}:{s.Key}", s.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton(time ?? Time)
            .AddBotFramework(configuration)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public LogRecorder Logs { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
