using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Tests.Bot.Authentication;
using SummitBot.Tests.Bot.Connector;
using SummitBot.Tests.Web.Teams;

namespace SummitBot.Tests.Web.Access;

/// <summary>In Teams the account of the person says what the bot answers from.</summary>
public sealed class TeamsAccessTests : IAsyncLifetime
{
    private const string Member = "11111111-2222-3333-4444-555555555555";

    private readonly CorpusFolder _folder = RestrictedNews.Create();
    private TestAuthority _authority = null!;
    private FakeChannel _channel = null!;
    private WebTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await TestAuthority.StartAsync();
        TestKey key = _authority.AddKey("k1", "msteams");
        _channel = await FakeChannel.StartAsync();
        Dictionary<string, string> settings = RestrictedNews.SettingsFor(_folder);
        settings["Access:Members:board:0"] = Member;
        settings["Bot:AppId"] = TestToken.BotAppId;
        settings["Bot:AppPassword"] = "secret";
        settings["Bot:ChannelMetadataUrl"] = _authority.ChannelMetadataUrl;
        settings["Bot:ChannelIssuer"] = TestAuthority.ChannelIssuer;
        settings["Bot:LoginUrl"] = _authority.Url;
        settings["Bot:AllowedServiceHosts:0"] = "127.0.0.1";
        settings["Bot:LocalServiceUrls:0"] = _channel.ServiceUrl;
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            settings,
            services => services.AddSingleton(TimeProvider.System)
        );
        string token = new TestToken { ServiceUrl = _channel.ServiceUrl }.Mint(
            TimeProvider.System.GetUtcNow(),
            key.Sign()
        );
        _host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _channel.DisposeAsync();
        await _authority.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AMemberIsAnsweredFromTheGroupsArticles()
    {
        string answer = await AnswerAsync(Member.ToUpperInvariant(), "personal");

        Assert.Contains(RestrictedNews.Seller, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999999-2222-3333-4444-555555555555", "personal")]
    [InlineData(null, "personal")]
    [InlineData(Member, "groupChat")]
    [InlineData(Member, "channel")]
    public async Task Others_AndAMemberWhereOthersRead_AreNot(string? person, string conversationType)
    {
        string answer = await AnswerAsync(person, conversationType);

        Assert.DoesNotContain(RestrictedNews.Seller, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Kvarnholt", answer, StringComparison.Ordinal);
    }

    private async Task<string> AnswerAsync(string? person, string conversationType)
    {
        var chat = new TeamsChat(_host, _channel, conversationType);
        JsonObject message = chat.Message(RestrictedNews.SaleQuestion);
        message["from"]!["aadObjectId"] = person;
        JsonElement answer = await chat.SendAsync(message, 1);
        return answer.GetRawText();
    }
}
