using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;

namespace SummitBot.Tests.Web;

public sealed class AskTests(HarbourHost harbour) : IClassFixture<HarbourHost>
{
    private static readonly string[] Questions =
    [
        "How much did the harbour of Grenmouth cost?",
        "Who cut a rope of nettles?",
        "Who retired from the lighthouse?",
        "When does the fish market open?",
        "What joins the harbour to the old town?",
    ];

    [Fact]
    public async Task Ask_GivesTheDocumentedFieldsInCamelCase()
    {
        using HttpResponseMessage response = await harbour.Host.AskAsync(
            new
            {
                question = Questions[0],
                id = "q-1",
                maxSentences = 1,
            }
        );

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            "id question outcome kind confidence text shortAnswer sentences citations closest writer elapsedMs conflicting",
            GetNames(answer)
        );
        Assert.Equal("q-1", answer.GetProperty("id").GetString());
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Contains("48 million crowns", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("text citations", GetNames(answer.GetProperty("sentences")[0]));
        JsonElement citation = answer.GetProperty("citations")[0];
        Assert.Equal("number articleId title url published passageId quote start end", GetNames(citation));
        Assert.Equal("harbour-opens", citation.GetProperty("articleId").GetString());
        Assert.Equal("2021-05-04", citation.GetProperty("published").GetString());
    }

    [Fact]
    public async Task Ask_GivesTheShortAnswerAsTheArticleHasIt()
    {
        JsonElement answer = await harbour.Host.AnswerAsync(
            "How much did the harbour of Grenmouth cost, at twice the first estimate?"
        );

        JsonElement shortAnswer = answer.GetProperty("shortAnswer");
        JsonElement citation = answer.GetProperty("citations")[0];
        Assert.Equal("text citation start end", GetNames(shortAnswer));
        Assert.Equal(1, shortAnswer.GetProperty("citation").GetInt32());
        int start = shortAnswer.GetProperty("start").GetInt32() - citation.GetProperty("start").GetInt32();
        int end = shortAnswer.GetProperty("end").GetInt32() - citation.GetProperty("start").GetInt32();
        Assert.Equal(
            citation.GetProperty("quote").GetString()![start..end],
            shortAnswer.GetProperty("text").GetString()
        );
        Assert.Equal("48 million crowns", shortAnswer.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Ask_WhenAskedTo_ExplainsTheAnswer()
    {
        using HttpResponseMessage response = await harbour.Host.AskAsync(
            new { question = Questions[0], explain = true }
        );

        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken
        );
        JsonElement explain = answer.GetProperty("explain");
        Assert.Equal(
            "resolvedQuestion language contextTerms passages trace confidence threshold decision",
            GetNames(explain)
        );
        Assert.Equal("answerType terms sentences lead confidenceParts", GetNames(explain.GetProperty("trace")));
    }

    [Fact]
    public async Task Ask_WhenTheArticlesDoNotSayIt_SaysSo()
    {
        JsonElement answer = await harbour.Host.AnswerAsync("Zyxw vutsrq?");

        Assert.Equal("notInCorpus", answer.GetProperty("outcome").GetString());
        Assert.Empty(answer.GetProperty("citations").EnumerateArray());
    }

    [Fact]
    public async Task Ask_TakesAConversation()
    {
        using HttpResponseMessage response = await harbour.Host.AskAsync(
            new
            {
                question = "How much did it cost?",
                conversation = new[]
                {
                    new { role = "user", text = "When did the harbour of Grenmouth open?" },
                    new { role = "assistant", text = "The harbour of Grenmouth opened on Tuesday." },
                },
            }
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task EveryQuote_IsTheArticlesTextAtItsRange_AndIsWhatThePageMarks()
    {
        IArticleCatalog catalog = harbour.Host.Services.GetRequiredService<IArticleCatalog>();
        int checkedQuotes = 0;
        foreach (string question in Questions)
        {
            JsonElement answer = await harbour.Host.AnswerAsync(question);
            foreach (JsonElement citation in answer.GetProperty("citations").EnumerateArray())
            {
                string id = citation.GetProperty("articleId").GetString()!;
                string quote = citation.GetProperty("quote").GetString()!;
                int start = citation.GetProperty("start").GetInt32();
                int end = citation.GetProperty("end").GetInt32();

                Assert.Equal(quote, catalog.Find(new ArticleId(id), AccessScope.Public)!.Text[start..end]);
                string html = await harbour.Client.GetStringAsync(
                    $"/articles/{id}?start={start}&end={end}",
                    TestContext.Current.CancellationToken
                );
                using IHtmlDocument page = new HtmlParser().ParseDocument(html);
                Assert.Equal(quote, Assert.Single(page.QuerySelectorAll("mark#cited")).TextContent);
                checkedQuotes++;
            }
        }

        Assert.True(checkedQuotes >= Questions.Length);
    }

    [Fact]
    public async Task FiftyQuestionsAtOnce_GetTheAnswersTheyGetOneByOne()
    {
        string[] questions = [.. Enumerable.Repeat(Questions, 10).SelectMany(q => q)];
        var oneByOne = new List<string>();
        foreach (string question in questions)
        {
            oneByOne.Add(WithoutTime(await harbour.Host.AnswerAsync(question)));
        }

        JsonElement[] atOnce = await Task.WhenAll(questions.Select(harbour.Host.AnswerAsync));

        Assert.Equal(oneByOne, atOnce.Select(WithoutTime), StringComparer.Ordinal);
    }

    private static string GetNames(JsonElement element) =>
        string.Join(' ', element.EnumerateObject().Select(p => p.Name));

    private static string WithoutTime(JsonElement answer)
    {
        JsonObject document = JsonObject.Create(answer)!;
        Assert.True(document.Remove("elapsedMs"));
        return document.ToJsonString();
    }
}
