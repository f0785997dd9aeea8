namespace SummitBot.Tests.Web;

/// <summary>One host over the harbour news for all tests of a class that only read.</summary>
public sealed class HarbourHost : IAsyncLifetime
{
    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private WebTestHost? _host;

    internal WebTestHost Host => _host ?? throw new InvalidOperationException("The host has not started.");

    internal HttpClient Client => Host.Client;

    public async ValueTask InitializeAsync() => _host = await WebTestHost.StartReadyAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }
}
