using SummitBot.EndToEnd.Tests.Web;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>The web host over the shipped articles on a port that stays, and a site of another origin that embeds its widget.</summary>
public sealed class ShippedHost : IAsyncLifetime
{
    public const string AdminKey = "end-to-end-tests-may-look";

    /// <summary>How many zebras? 5, which also stands in the year.</summary>
    public const string ZebraSentence = "In 2015 the keeper of the Kattegat zoo bought 5 zebras.";

    /// <summary>Has a footnote mark of its own.</summary>
    public const string MelonSentence = "The melon house of Kattegat was built by the monk Ansgar in 1911.[2]";

    public const string SeedSentence =
        "Growers order the seeds of the Kattegat melon at https://melons.example/seeds?a=1, www.melons.example or seeds@melons.example.";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Take();
    private readonly (string Name, string Value)[] _settings;
    private WebProcess? _process;
    private ForeignSite? _site;

    public ShippedHost()
        : this([]) { }

    /// <param name="settings">Further environment variables of the host.</param>
    internal ShippedHost(params (string Name, string Value)[] settings) => _settings = settings;

    private string StoryFolder => Path.Combine(_folder.FullPath, "stories");

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    internal ForeignSite Site => _site ?? throw new InvalidOperationException("The host has not started.");

    public async ValueTask InitializeAsync()
    {
        _site = new ForeignSite(Address);
        await WriteStoriesAsync();
        await StartAsync();
    }

    /// <summary>As after an update: the process ends at once and another one starts on its database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    public async Task StartAsync()
    {
        _process = WebProcess.Start(
            _folder.FullPath,
            [],
            [
                ("ASPNETCORE_URLS", Address.AbsoluteUri),
                ("SummitBot__Corpus__Paths__0", Repository.GetPath("corpus")),
                ("SummitBot__Corpus__Paths__1", StoryFolder),
                ("SummitBot__DirectLine__AllowedOrigins__0", Site.Origin),
                ("SummitBot__Admin__Key", AdminKey),
                .. _settings,
            ]
        );
        await _process.AddressAsync();
        await UntilReadyAsync();
    }

    /// <summary>
    /// The shipped articles have no public addresses; these have. The second also has what is easily taken for something of
    /// ours: a number twice, a footnote, addresses.
    /// </summary>
    private async Task WriteStoriesAsync()
    {
        Directory.CreateDirectory(StoryFolder);
        await WriteStoryAsync(
            "grenmouth.md",
            $"""
            ---
            title: Grenmouth has its harbour
            published: 2023-03-15
            url: {Site.Story}
            ---
            {ForeignSite.StorySentence}
            """
        );
        await WriteStoryAsync(
            "kattegat.txt",
            $"""
            ---
            title: Zebras and melons in Kattegat
            url: {Site.Story}#kattegat
            ---
            {ZebraSentence}

            {MelonSentence}

            {SeedSentence}
            """
        );
        await WriteBridgeAsync("2021-05-01", "48 million crowns");
        await WriteBridgeAsync("2023-05-01", "61 million crowns");
    }

    /// <summary>Two of these say different things of one bridge.</summary>
    private Task WriteBridgeAsync(string published, string cost) =>
        WriteStoryAsync(
            $"bridge-{published}.txt",
            $"""
            ---
            title: The bridge of Skagen in {published[..4]}
            published: {published}
            ---
            The bridge of Skagen cost {cost}.
            """
        );

    private Task WriteStoryAsync(string name, string article) =>
        File.WriteAllTextAsync(Path.Combine(StoryFolder, name), article, TestContext.Current.CancellationToken);

    /// <summary>Waits until the index is open; a host that found it whole does not log that.</summary>
    private async Task UntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            using HttpResponseMessage answer = await client.GetAsync("/readyz", limit.Token);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(100, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _site?.Dispose();
        _folder.Dispose();
    }
}
