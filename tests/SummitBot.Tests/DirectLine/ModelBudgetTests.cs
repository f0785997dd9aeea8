using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SummitBot.Tests.Models;
using SummitBot.Tests.Web;
using static SummitBot.Tests.DirectLine.DirectLineClient;

namespace SummitBot.Tests.DirectLine;

/// <summary>What models may cost for one person on web pages, where a new conversation is only a click away.</summary>
public sealed class ModelBudgetTests : IAsyncLifetime
{
    private const string Secret = "the secret of the tests";
    private const string Sentence = "The harbour of Grenmouth opened on Tuesday after nine years of work.";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private ModelServer _server = null!;
    private WebTestHost _host = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ModelServer.StartAsync();
        _server.ReplyText($"{Sentence} [1]");
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            _server.HostSettings(("SummitBot:Model:UserRequests", "1"), ("SummitBot:DirectLine:Secret", Secret))
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ANewConversation_FromTheSameAddress_BringsNoNewBudget()
    {
        Assert.Null(await GetModelErrorAsync(await StartAsync(_host.Client)));

        Assert.Equal("budgetSpent", await GetModelErrorAsync(await StartAsync(_host.Client)));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task AUserWhomTheSitesServerNamed_HasABudgetOfHisOwn_InAllHisConversations()
    {
        Assert.Null(await GetModelErrorAsync(await StartAsync(_host.Client)));

        Assert.Null(await GetModelErrorAsync(await StartNamedAsync("dl_alice")));
        Assert.Equal("budgetSpent", await GetModelErrorAsync(await StartNamedAsync("dl_alice")));
        Assert.Null(await GetModelErrorAsync(await StartNamedAsync("dl_bob")));
        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public async Task ARenewedToken_StillNamesItsUser()
    {
        DirectLineClient alice = await StartNamedAsync("dl_alice");
        using HttpResponseMessage renewed = await alice.SendAsync(HttpMethod.Post, "tokens/refresh");
        alice.Token = (await renewed.Content.ReadFromJsonAsync<JsonElement>(Cancelled))
            .GetProperty("token")
            .GetString()!;
        Assert.Null(await GetModelErrorAsync(alice));

        Assert.Null(await GetModelErrorAsync(await StartAsync(_host.Client)));
    }

    /// <summary>A conversation that a server begins with the secret, as it may, without a token first.</summary>
    private async Task<DirectLineClient> StartNamedAsync(string user)
    {
        var server = new DirectLineClient(_host.Client);
        using HttpResponseMessage started = await server.SendAsync(
            HttpMethod.Post,
            "conversations",
            new { user = new { id = user } },
            Secret
        );
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        JsonElement session = await started.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        return new DirectLineClient(_host.Client)
        {
            Token = session.GetProperty("token").GetString()!,
            ConversationId = session.GetProperty("conversationId").GetString()!,
        };
    }

    /// <summary>Asks, and says why the answer is without the model's words; null when it has them.</summary>
    private static async Task<string?> GetModelErrorAsync(DirectLineClient client)
    {
        await client.SayAsync("When did the harbour open?");
        while (true)
        {
            (IReadOnlyList<JsonElement> activities, _) = await client.PollAsync();
            JsonElement answer = activities.LastOrDefault(a =>
                a.TryGetProperty("channelData", out JsonElement data) && data.TryGetProperty("summitbot", out _)
            );
            if (answer.ValueKind == JsonValueKind.Object)
            {
                JsonElement document = answer.GetProperty("channelData").GetProperty("summitbot");
                return document.TryGetProperty("modelTrouble", out JsonElement error) ? error.GetString() : null;
            }

            await Task.Delay(20, Cancelled);
        }
    }
}
