using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.SmallTalk;
using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Tests.Answering;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Core.Answers.SmallTalk;

/// <summary>Small talk through the complete answerer, over a real index.</summary>
public sealed class SmallTalkReplyTests : IDisposable
{
    private readonly AnswerHost _host = new(
        ("SummitBot:Answering:MinConfidence", "0"),
        ("SummitBot:Answering:ClosestPassageConfidence", "0")
    );

    public SmallTalkReplyTests()
    {
        _host.Build(
            CreateArticle(
                "harbour-opens",
                "The new harbour of Port Alma opens",
                "Visit\nThe harbour of Port Alma opened on Monday after nine years of work. Mayor Ida Berg cut a rope of nettles. The first ship brought oranges from Valencia. Later a band played.",
                new DateOnly(2021, 5, 3)
            ),
            CreateArticle(
                "bridge-2019",
                "A bridge for Port Alma",
                "The council of Port Alma voted for a bridge on Tuesday. It is to cost nine million crowns.",
                new DateOnly(2019, 2, 7)
            ),
            CreateArticle(
                "zug",
                "Der grüne Zug",
                "Der grüne Zug fuhr am Montag nach Norden ab. Niemand winkte ihm nach.",
                null,
                "de"
            ),
            CreateArticle("liste", "Liste", "eins zwei", null, "de")
        );
    }

    [Theory]
    [InlineData("Hi!", "en", "Hello!")]
    [InlineData("Gracias", "es", "De nada.")]
    [InlineData("Wer bist du?", "de", "Ich bin SummitBot.")]
    [InlineData("Au revoir", "fr", "Au revoir !")]
    [InlineData("Что ты умеешь?", "ru", "Задайте вопрос")]
    [InlineData("안녕하세요", "ko", "안녕하세요!")]
    [InlineData("你是谁", "zh", "我是 SummitBot。")]
    [InlineData("شكرا", "ar", "عفوًا.")]
    public async Task AnswerAsync_RepliesToSmallTalkWithoutSayingAnythingOfAnArticle(
        string text,
        string language,
        string start
    )
    {
        Answer answer = await AskAsync(text);

        Assert.Equal((AnswerOutcome.Answered, AnswerKind.SmallTalk), (answer.Outcome, answer.Kind));
        Assert.Equal((text, language), (answer.Question, answer.Language));
        Assert.StartsWith(start, answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Sentences);
        Assert.Empty(answer.Citations);
        Assert.Empty(answer.Closest);
    }

    [Fact]
    public async Task AnswerAsync_ListsTheArticlesNewestFirst()
    {
        Answer answer = await AskAsync("Which articles do you have?");

        Assert.Equal((AnswerOutcome.Answered, AnswerKind.ArticleList), (answer.Outcome, answer.Kind));
        Assert.Equal(["harbour-opens", "bridge-2019", "liste", "zug"], Ids(answer));
        Assert.Equal("My articles (4):", answer.Lead);
        Assert.Equal(
            "My articles (4):\n- The new harbour of Port Alma opens (2021-05-03)\n- A bridge for Port Alma (2019-02-07)\n- Liste\n- Der grüne Zug",
            answer.Text
        );
    }

    [Theory]
    [InlineData("Which articles do you have on Port Alma?", "harbour-opens", "bridge-2019")]
    [InlineData("Articles about bridges in Port Alma", "bridge-2019")]
    [InlineData("Do you have anything about oranges?", "harbour-opens")]
    [InlineData("Welche Artikel hast du über grüne Züge?", "zug")]
    public async Task AnswerAsync_ListsTheArticlesOnASubject(string text, params string[] expected)
    {
        Answer answer = await AskAsync(text);

        Assert.Equal((AnswerOutcome.Answered, AnswerKind.ArticleList), (answer.Outcome, answer.Kind));
        Assert.Equal(expected.Order(StringComparer.Ordinal), Ids(answer).Order(StringComparer.Ordinal));
        Assert.Empty(answer.Sentences);
    }

    [Fact]
    public async Task AnswerAsync_WhenNoArticleHasAllOfTheSubject_NamesTheClosest()
    {
        Answer answer = await AskAsync("Which articles do you have on oranges from Madagascar?");

        Assert.Equal((AnswerOutcome.NotInCorpus, AnswerKind.ArticleList), (answer.Outcome, answer.Kind));
        Assert.StartsWith(
            "There is no article on “oranges from Madagascar”. The closest:",
            answer.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["harbour-opens"], Ids(answer));
    }

    [Theory]
    [InlineData("Summarise harbour-opens")]
    [InlineData("Summarize The new harbour of Port Alma opens")]
    [InlineData("Please give me a summary of the article about the harbor, thanks")]
    [InlineData("Sum up the 2021 story")]
    [InlineData("Resume el artículo harbour-opens")]
    [InlineData("Fasse den Artikel „The new harbour of Port Alma opens“ zusammen")]
    [InlineData("لخص المقال “The new harbour of Port Alma opens”")]
    public async Task AnswerAsync_SumsUpAnArticleByItsFirstWholeSentencesQuotedAndCited(string text)
    {
        Answer answer = await AskAsync(text);

        Assert.Equal((AnswerOutcome.Answered, AnswerKind.Summary), (answer.Outcome, answer.Kind));
        Assert.Equal(
            [
                "The harbour of Port Alma opened on Monday after nine years of work.",
                "Mayor Ida Berg cut a rope of nettles.",
                "The first ship brought oranges from Valencia.",
            ],
            answer.Sentences.Select(s => s.Text)
        );
        Article article = _host.Catalog.Find(new ArticleId("harbour-opens"), AccessScope.Public)!;
        Assert.All(answer.Citations, c => Assert.Equal(c.Range.Slice(article.Text), c.Quote));
        Assert.All(answer.Sentences, s => Assert.Equal(s.Text, answer.Citations[s.Citations[0] - 1].Quote));
        Assert.Contains("nettles. [2]", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Summarise the news about Port Alma")]
    [InlineData("Sum up Port Alma")]
    [InlineData("What is the latest news about Port Alma?")]
    [InlineData("Fasse die Nachrichten über Port Alma zusammen")]
    [InlineData("Resume las noticias sobre Port Alma")]
    [InlineData("Résume les articles sur Port Alma")]
    [InlineData("Обобщи новости о Port Alma")]
    [InlineData("لخص الأخبار عن Port Alma")]
    [InlineData("Port Alma에 관한 뉴스 요약해줘")]
    [InlineData("总结关于Port Alma的新闻")]
    public async Task AnswerAsync_SumsUpASubjectByASentenceOfEachArticleNewestFirst(string text)
    {
        Answer answer = await AskAsync(text);

        Assert.Equal((AnswerOutcome.Answered, AnswerKind.Summary), (answer.Outcome, answer.Kind));
        Assert.Equal(
            [
                "The harbour of Port Alma opened on Monday after nine years of work.",
                "The council of Port Alma voted for a bridge on Tuesday.",
            ],
            answer.Sentences.Select(s => s.Text)
        );
        Assert.Equal(["harbour-opens", "bridge-2019"], answer.Citations.Select(c => c.Article.Id.Value));
        Assert.Contains("(2019-02-07, A bridge for Port Alma) The council", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerAsync_WhenNoArticleIsOnTheSubject_SumsUpNothing()
    {
        Answer answer = await AskAsync("Summarise the news about lighthouses");

        Assert.Equal((AnswerOutcome.NotInCorpus, AnswerKind.Summary), (answer.Outcome, answer.Kind));
        Assert.StartsWith("There is no article on “lighthouses”.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Which is the oldest article?")]
    [InlineData("¿Cuál es el artículo más antiguo?")]
    [InlineData("最早的文章")]
    public async Task AnswerAsync_ListsTheOldestArticlesFirst(string text)
    {
        Answer answer = await AskAsync(text);

        Assert.Equal((AnswerOutcome.Answered, AnswerKind.ArticleList), (answer.Outcome, answer.Kind));
        Assert.Equal(["bridge-2019", "harbour-opens"], Ids(answer));
    }

    [Theory]
    [InlineData("What are the articles about?")]
    [InlineData("How many documents do you have?")]
    [InlineData("Wie viele Artikel gibt es?")]
    public async Task AnswerAsync_ListsAllArticlesWhenAskedWhatThereIs(string text)
    {
        Answer answer = await AskAsync(text);

        Assert.Equal(4, answer.Closest.Count);
        Assert.Equal(AnswerKind.ArticleList, answer.Kind);
    }

    [Fact]
    public async Task AnswerAsync_SumsUpInAsManySentencesAsAskedFor()
    {
        Answer answer = await AnswerAsync(new Question("Summarise harbour-opens") { MaxSentences = 1 });

        Assert.Single(answer.Sentences);
    }

    [Theory]
    [InlineData("Summarise the article about Port Alma", 2)]
    [InlineData("Summarise this article", 0)]
    public async Task AnswerAsync_WhenSeveralArticlesCanBeMeant_AsksBack(string text, int near)
    {
        Answer answer = await AskAsync(text);

        Assert.Equal((AnswerOutcome.NeedsClarification, AnswerKind.Summary), (answer.Outcome, answer.Kind));
        Assert.Equal(near, answer.Closest.Count);
        Assert.StartsWith("Which article do you mean?", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Summarise the article on the landing of Apollo", "“landing of Apollo”")]
    [InlineData("Summarise liste", "“Liste” has no sentence")]
    public async Task AnswerAsync_WhenThereIsNoSuchArticleOrNothingToQuote_SaysSo(string text, string expected)
    {
        Answer answer = await AskAsync(text);

        Assert.Equal((AnswerOutcome.NotInCorpus, AnswerKind.Summary), (answer.Outcome, answer.Kind));
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Sentences);
    }

    [Theory]
    [InlineData("Hi, who cut a rope of nettles?")]
    [InlineData("Thanks to whom was a rope of nettles cut?")]
    [InlineData("Summarise who cut the rope of nettles")]
    public async Task AnswerAsync_LeavesQuestionsToTheArticles(string text)
    {
        Answer answer = await AskAsync(text);

        Assert.Equal(AnswerKind.Answer, answer.Kind);
        Assert.Equal("Mayor Ida Berg cut a rope of nettles.", answer.Sentences[0].Text);
    }

    [Fact]
    public async Task AnswerAsync_DoesNotReferToEarlierSmallTalk()
    {
        var question = new Question("And in 2019?")
        {
            Conversation =
            [
                new ConversationTurn(Speaker.User, "What did the council vote for in 2021?"),
                new ConversationTurn(Speaker.Assistant, "For a bridge."),
                new ConversationTurn(Speaker.User, "Thank you!"),
                new ConversationTurn(Speaker.Assistant, "You're welcome."),
            ],
        };

        Assert.Equal(
            ["What did the council vote for in 2021?", "For a bridge."],
            SmallTalkReplier.WithoutSmallTalk(question.Conversation, "en").Select(t => t.Text)
        );
        Answer answer = await AnswerAsync(question);
        Assert.Contains("bridge", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _host.Dispose();
    }

    private Task<Answer> AskAsync(string text) => AnswerAsync(new Question(text));

    private Task<Answer> AnswerAsync(Question question) => _host.AskAsync(question);

    private static IEnumerable<string> Ids(Answer answer) => answer.Closest.Select(a => a.Id.Value);

    private static Article CreateArticle(
        string id,
        string title,
        string text,
        DateOnly? published,
        string language = "en"
    ) => IndexHost.CreateArticle(id, text, language) with { Title = title, Published = published };
}
