using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Tests.Golden;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

/// <summary>Dates, near-copies and disagreements, the whole way over a real index.</summary>
public sealed class NewsTests : IDisposable
{
    private const string Rain = "Rain fell on the coast all day. Snow stayed in the hills for a week.";

    private readonly BotHost _host = new(minConfidence: 0);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Ask_AsOfADay_KnowsNothingOfLaterArticles()
    {
        _host.Index([
            Article("old", "The harbour cost 48 million crowns.", "2021-05-04"),
            Article("new", "The lighthouse cost 3 million crowns.", "2023-01-15"),
            Article("weather", Rain, "2020-01-01"),
        ]);

        Answer before = await AskAsync("How much did the lighthouse cost?", "2023-01-14");
        Answer after = await AskAsync("How much did the lighthouse cost?", "2023-01-15");

        Assert.DoesNotContain(before.Citations, c => c.Article.Id.Value == "new");
        Assert.Equal("new", after.Citations[0].Article.Id.Value);
    }

    [Theory]
    [InlineData("Who visited the mill yesterday?", "2022-06-09", "second")]
    [InlineData("Who visited the mill last year?", "2022-06-09", "first")]
    [InlineData("Who visited the mill in 2021?", null, "first")]
    [InlineData("Who visited the mill in June 2022?", null, "second")]
    [InlineData("Who visited the mill on June 8, 2022?", null, "second")]
    [InlineData("Who was the most recent to visit the mill?", null, "second")]
    public async Task Ask_ReadsTheTimesOfArticlesAgainstTheirDays(string question, string? asOf, string expected)
    {
        _host.Index([
            Article("first", "Tomas Brandt visited the mill on Wednesday. The miller was glad.", "2021-03-12"),
            Article("second", "Ada Quill visited the mill on Wednesday. The miller was glad.", "2022-06-09"),
            Article("weather", Rain, "2022-01-01"),
        ]);

        Answer answer = await AskAsync(question, asOf);

        Assert.Equal(expected, answer.Citations[0].Article.Id.Value);
        Assert.False(answer.IsConflicting);
    }

    [Theory]
    [InlineData("Brandt met Quill's father on March 12, 2001.")]
    [InlineData("It was the first month of spring, and Brandt, Quill and others met on March 12, 2001.")]
    public async Task Ask_ForAFirstMeeting_IsNoDisagreementWithAnotherOne(string other)
    {
        _host.Index([
            Article("first", "Brandt met Quill for the first time on June 4, 2019.", "2019-06-05"),
            Article("other", other, "2001-03-13"),
            Article("weather", Rain, "2020-01-01"),
        ]);

        Answer answer = await AskAsync("When did Brandt first meet Quill?", asOf: null);

        Assert.False(answer.IsConflicting);
        Assert.Equal("first", answer.Citations[0].Article.Id.Value);
    }

    [Fact]
    public async Task Ask_WhenAnAgencysArticleIsPrintedTwice_CitesTheEarliestOnly()
    {
        const string text =
            "The harbour of Grenmouth opened after nine years of work. Mayor Ada Quill cut a rope of nettles. "
            + "A bridge joins it to the old town. Ferries leave every hour for the islands in the north.";
        _host.Index([
            Article("copy", "Printed by permission. " + text, "2021-05-06"),
            Article("original", text, "2021-05-04"),
            Article("other", "The harbour of Norrholm is small. Nobody cut a rope there.", "2021-05-05"),
        ]);

        Answer answer = await AskAsync("Who cut a rope of nettles at the harbour?");
        Answer refusal = await AskAsync("zzz harbour qqq");

        Assert.Equal("original", answer.Citations[0].Article.Id.Value);
        Assert.DoesNotContain(answer.Citations.Concat(refusal.Citations), c => c.Article.Id.Value == "copy");
    }

    [Theory]
    [InlineData(
        "How much did the harbour cost?",
        "The harbour cost 48 million crowns.",
        "The harbour cost 61 million crowns."
    )]
    [InlineData("How many ferries sank?", "Five ferries sank.", "In the storm twelve ferries sank.")]
    [InlineData("When did the mill burn down?", "The mill burned down in 1931.", "In 1934 the mill burned down.")]
    [InlineData(
        "Who designed the bridge?",
        "The bridge was designed by Ada Quill.",
        "Tomas Brandt designed the bridge."
    )]
    public async Task Ask_WhenArticlesDisagree_ShowsBothSidesNewestFirst(string question, string old, string recent)
    {
        _host.Index([
            Article("old", old + " Gulls cried.", "2019-11-20"),
            Article("recent", recent + " Bells rang.", "2023-09-13"),
            Article("weather", Rain, "2020-01-01"),
        ]);

        Answer answer = await AskAsync(question);

        Assert.True(answer.IsConflicting);
        Assert.Equal([recent, old], answer.Sentences.Select(s => s.Text));
        Assert.Equal(
            $"The articles disagree: (2023-09-13, recent) {recent} [1] (2019-11-20, old) {old} [2]",
            answer.Text
        );
        Assert.True(AnswerDocument.From(answer).Conflicting);
        _host.AssertIsGrounded(answer);
    }

    [Theory]
    [InlineData(
        "How much did the harbour cost in 2019?",
        "In 2019 the harbour cost 48 crowns.",
        "In 2023 the harbour cost 61 crowns."
    )]
    [InlineData(
        "How much does the harbour cost now?",
        "The harbour does cost 48 crowns.",
        "The harbour does cost 61 crowns."
    )]
    [InlineData("How much did the harbour cost?", "The harbour cost 48 crowns.", "The lighthouse cost 61 crowns.")]
    [InlineData(
        "How much did the harbour cost?",
        "The harbour cost 48 crowns.",
        "The harbour cost 48 crowns and a rope."
    )]
    [InlineData(
        "How much did the harbour cost?",
        "The harbour cost 48.2 crowns.",
        "The harbour cost 48 crowns, the bank said."
    )]
    [InlineData(
        "How much did the harbour cost?",
        "The harbour cost 48 crowns.",
        "The harbour cost more than 40 crowns."
    )]
    [InlineData("How much did the harbour cost?", "The harbour cost 48 crowns.", "The harbour cost 9 years of work.")]
    [InlineData(
        "When did the mill burn down?",
        "The mill burned down in 1931.",
        "On May 3, 1931, the mill burned down."
    )]
    [InlineData("Who designed the bridge?", "The bridge was designed by Ada Quill.", "Mrs. Quill designed the bridge.")]
    [InlineData(
        "Who designed the bridge?",
        "The bridge was designed by Yuri Borisov.",
        "Yuri Borosov designed the bridge."
    )]
    [InlineData(
        "Who designed the bridge?",
        "The bridge was designed by Ada Quill.",
        "Tomas Brandt and Eva Lund designed the bridge."
    )]
    [InlineData(
        "When did Quill travel to Grenland by train?",
        "After crossing into Grenland on May 3, Quill traveled by train to the coast.",
        "From there the train of Quill went north in Grenland, to reach the coast on May 9."
    )]
    [InlineData("When was the summit?", "The summit was held on May 3.", "The summit of Oslo was held on June 9.")]
    [InlineData("Who is Ada Jo-un?", "Ada Jo-un met Tomas Brandt.", "Ada Jo-un wrote to Eva Lund.")]
    [InlineData("Who is Ada Quill?", "Ada Quill met Tomas Brandt.", "Ada Quill wrote to Eva Lund.")]
    public async Task Ask_WhenArticlesOnlySeemToDisagree_SaysNothingOfIt(string question, string old, string recent)
    {
        _host.Index([
            Article("old", old + " Gulls cried.", "2019-11-20"),
            Article("recent", recent + " Bells rang.", "2023-09-13"),
            Article("weather", Rain, "2020-01-01"),
        ]);

        Assert.False((await AskAsync(question)).IsConflicting);
    }

    [Fact]
    public async Task Ask_WithRoomForOneSentence_GivesOneSideUnmarked()
    {
        _host.Index([
            Article("old", "The harbour cost 48 million crowns.", "2019-11-20"),
            Article("recent", "The harbour cost 61 million crowns.", "2023-09-13"),
        ]);

        Answer answer = await _host.AskAsync(new Question("How much did the harbour cost?") { MaxSentences = 1 });

        Assert.Single(answer.Sentences);
        Assert.False(answer.IsConflicting);
    }

    private Task<Answer> AskAsync(string question, string? asOf = null) =>
        _host.AskAsync(
            new Question(question) { AsOf = asOf is null ? null : DateOnly.ParseExact(asOf, "yyyy-MM-dd", null) }
        );

    private static Article Article(string id, string text, string published) =>
        IndexHost.CreateArticle(id, text) with
        {
            Published = DateOnly.ParseExact(published, "yyyy-MM-dd", null),
        };
}
