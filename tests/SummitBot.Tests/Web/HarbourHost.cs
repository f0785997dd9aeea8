namespace SummitBot.Tests.Web;

/// <summary>
/// A host with the harbour news and its folder: shared by read-only tests of a class, or created with settings.
/// </summary>
public sealed class HarbourHost : IAsyncLifetime
{
    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private readonly Dictionary<string, string> _settings;
    private WebTestHost? _host;

    public HarbourHost()
        : this([]) { }

    /// <param name="settings">Keys without the section's name <c>SummitBot:</c>.</param>
    internal HarbourHost(params (string Key, string Value)[] settings) =>
        _settings = settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);

    internal WebTestHost Host => _host ?? throw new InvalidOperationException("The host has not started.");

    internal HttpClient Client => Host.Client;

    public async ValueTask InitializeAsync() => _host = await WebTestHost.StartReadyAsync(_folder, _settings);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }
}
