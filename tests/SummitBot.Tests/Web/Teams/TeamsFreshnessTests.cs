using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Access;
using SummitBot.Web.Bot;

namespace SummitBot.Tests.Web.Teams;

/// <summary>An article that is deleted while people talk about it, on a host with a real clock.</summary>
public sealed class TeamsFreshnessTests : IAsyncLifetime
{
    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private readonly TeamsHost _teams;

    public TeamsFreshnessTests() => _teams = new TeamsHost(_folder);

    public ValueTask InitializeAsync() => _teams.InitializeAsync();

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Fact]
    public async Task ADeletedArticle_IsGoneWithinFiveSeconds_FromAnswers_Sources_AndTheConversationsMemory()
    {
        const string question = "Which keeper retired from the lighthouse?";
        TeamsChat chat = _teams.Chat();
        JsonElement before = await chat.SayAsync(question);
        Assert.Contains("Tomas Brandt", before.GetRawText(), StringComparison.Ordinal);
        var activity = new Microsoft.Bot.Schema.Activity
        {
            ChannelId = "msteams",
            Conversation = new Microsoft.Bot.Schema.ConversationAccount { Id = chat.Id },
        };
        ChatMemory memory = _teams.Host.Services.GetRequiredService<ChatMemory>();
        await _teams.Host.UntilAsync(async () => (await RememberedAsync()).Contains("Tomas Brandt"));

        File.Delete(Path.Combine(_folder.Corpus, "lighthouse.md"));
        var clock = Stopwatch.StartNew();
        await _teams.Host.UntilAsync("/articles/lighthouse", HttpStatusCode.NotFound);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal($"User: {question}", await RememberedAsync());
        JsonElement sources = await chat.SayAsync("/sources");
        Assert.Contains("no sources", sources.GetProperty("text").GetString(), StringComparison.Ordinal);
        JsonElement after = await chat.SayAsync(question);
        Assert.DoesNotContain("Tomas Brandt", after.GetRawText(), StringComparison.Ordinal);

        async Task<string> RememberedAsync() =>
            string.Join(
                '\n',
                (await memory.HistoryAsync(activity, AccessScope.Public, TestContext.Current.CancellationToken)).Select(
                    t => $"{t.Role}: {t.Text}"
                )
            );
    }
}
