using SummitBot.Core.Answers;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Models;

/// <summary>A model that may search and read the articles by itself.</summary>
public sealed class AgenticModelTests : IAsyncLifetime
{
    private const string Asked = "Whose lamp went out in the great storm?";
    private ModelBench _bench = null!;

    public async ValueTask InitializeAsync() =>
        _bench = await ModelBench.StartAsync(
            ("SummitBot:Answering:Mode", "agentic"),
            ("SummitBot:Answering:AgenticRounds", "2")
        );

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task WhatItFinds_CanBeCited_AndWhatItSaysBeforehand_IsNoAnswer()
    {
        _bench.Server.Reply(
            ModelReplies.CallFunction(
                "articles-search_articles",
                new { query = "lighthouse keeper" },
                "Let me look. [1]"
            ),
            ModelReplies.From(r =>
            {
                string found = r.GetText("tool").Split('\n').First(l => l.Contains("Brandt", StringComparison.Ordinal));
                return $"{ModelBench.Retirement} [{found.Split('"')[1]}]";
            })
        );

        Answer answer = await _bench.AskAsync(Asked);

        Assert.Equal(ModelServer.ModelName, answer.Writer);
        Assert.Equal($"{ModelBench.Retirement} [1]", answer.Text);
        Assert.Equal("lighthouse", answer.Citations[0].Article.Id.Value);
        Assert.Equal(2, answer.Usage!.Requests);
    }

    [Fact]
    public async Task ASearchAsOfADay_FindsAnOlderArticleBehindManyNewerOnes()
    {
        _bench.Build([
            .. Enumerable
                .Range(0, 30)
                .Select(i =>
                    ModelBench.Article($"newer-{i}", "Lighthouse keeper", "The lighthouse keeper spoke.") with
                    {
                        Published = new DateOnly(2024, 1, 1),
                    }
                ),
            ModelBench.Article("lighthouse", "Retired", $"A storm came. {ModelBench.Retirement} It rained."),
        ]);
        _bench.Server.Reply(
            ModelReplies.CallFunction("articles-search_articles", new { query = "lighthouse keeper", count = 1 }),
            ModelReplies.From(r =>
                r.GetText("tool").Contains("Brandt", StringComparison.Ordinal)
                    ? $"{ModelBench.Retirement} [{r.GetText("tool").Split('"')[1]}]"
                    : "NO_ANSWER"
            )
        );

        Answer answer = await _bench.AskAsync(new Question("Whose lamp went out?") { AsOf = new DateOnly(2022, 3, 1) });

        Assert.Equal($"{ModelBench.Retirement} [1]", answer.Text);
        Assert.Equal("lighthouse", answer.Citations[0].Article.Id.Value);
    }

    [Fact]
    public async Task Articles_CanBeListedAndRead()
    {
        _bench.Server.Reply(
            ModelReplies.CallFunction("articles-list_articles", new { }),
            ModelReplies.CallFunction("articles-read_article", new { id = "lighthouse" }),
            ModelReplies.From(r =>
                r.GetText("tool").Contains("harbour-opens |", StringComparison.Ordinal)
                && r.GetText("tool").Contains(ModelBench.Retirement, StringComparison.Ordinal)
                    ? ModelBench.Retirement
                    : "NO_ANSWER"
            )
        );

        Answer answer = await _bench.AskAsync(Asked);

        Assert.Equal($"{ModelBench.Retirement} [1]", answer.Text);
    }

    [Fact]
    public async Task EndlessLookups_AreEnded()
    {
        _bench.Server.Reply(ModelReplies.CallFunction("articles-search_articles", new { query = "harbour" }));

        Answer answer = await _bench.AskAsync(ModelBench.HowMuch);

        _bench.AssertEmbedded(answer, ModelError.Empty);
        Assert.InRange(_bench.Server.Requests.Count, 3, 5);
    }
}
