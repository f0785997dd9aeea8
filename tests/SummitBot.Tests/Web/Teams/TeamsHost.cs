using Microsoft.Extensions.DependencyInjection;
using SummitBot.Tests.Bot.Connector;

namespace SummitBot.Tests.Web.Teams;

/// <summary>The web host with the harbour news and a channel on this machine, shared by the tests of a class.</summary>
public sealed class TeamsHost : IAsyncLifetime
{
    private readonly CorpusFolder _folder;
    private WebTestHost? _host;
    private FakeChannel? _channel;

    public TeamsHost()
        : this(CorpusFolder.WithHarbourNews()) { }

    /// <param name="folder">Other articles; deleted with the host.</param>
    internal TeamsHost(CorpusFolder folder) => _folder = folder;

    internal WebTestHost Host => _host ?? throw new InvalidOperationException("The host has not started.");

    internal FakeChannel Channel => _channel ?? throw new InvalidOperationException("The channel has not started.");

    internal string Database => _folder.Database;

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync();
        // Real time, because the rate limits of a conversation delay sends.
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["PublicUrl"] = "https://bot.example.org" },
            services => services.AddSingleton(TimeProvider.System)
        );
    }

    internal TeamsChat Chat(string type = "personal", string locale = "en-US") =>
        new(Host, Channel, type) { Locale = locale };

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_channel is not null)
        {
            await _channel.DisposeAsync();
        }

        _folder.Dispose();
    }
}
