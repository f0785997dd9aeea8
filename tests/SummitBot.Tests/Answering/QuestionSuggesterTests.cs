using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

/// <summary>Suggested questions: formed from simple sentences, and only those that the articles answer.</summary>
public sealed class QuestionSuggesterTests : IDisposable
{
    private readonly AnswerHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("The Vostochny Cosmodrome was founded in 2011.", "When was the Vostochny Cosmodrome founded?")]
    [InlineData("The launch pad was built by the Spetsstroy agency.", "Who built the launch pad?")]
    [InlineData("The spaceport lies in the Amur region of Russia.", "Where is the spaceport?")]
    [InlineData("The lighthouse was named after Ada Quill.", "What was the lighthouse named after?")]
    public async Task SuggestAsync_AsksWhatASentenceAnswers(string sentence, string question)
    {
        _host.Build(IndexHost.CreateArticle("a", $"{sentence} It rained for nine days in the valley."));

        IReadOnlyList<string> suggested = await SuggestAsync();

        Assert.Contains(question, suggested);
        Assert.Equal(AnswerOutcome.Answered, (await _host.AskAsync(question)).Outcome);
    }

    [Theory]
    [InlineData("The main change lies in the engines of the first stage.")]
    [InlineData("It was founded in 2011 by two farmers.")]
    public async Task SuggestAsync_OfASentenceThatAsksForNoPlaceAndNamesNothing_MakesNone(string sentence)
    {
        _host.Build(IndexHost.CreateArticle("a", $"{sentence} It rained for nine days in the valley."));

        Assert.DoesNotContain(
            await SuggestAsync(),
            q => q.StartsWith("Wh", StringComparison.Ordinal) && !q.Contains("about", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task SuggestAboutAsync_LeavesOutWhatWasAsked_AndMixesTheArticles()
    {
        Article[] articles =
        [
            IndexHost.CreateArticle(
                "a",
                "The old lighthouse was built in 1911. The old lighthouse was opened in 1912."
            ),
            IndexHost.CreateArticle("b", "The harbour wall was completed in 1950."),
        ];
        _host.Build(articles);

        IReadOnlyList<string> suggested = await _host.Suggester.SuggestAboutAsync(
            [.. articles.Select(a => a.Summary)],
            "en",
            2,
            ["when was the old lighthouse BUILT?"],
            AccessScope.Public,
            TestContext.Current.CancellationToken
        );

        Assert.DoesNotContain("When was the old lighthouse built?", suggested);
        Assert.Contains("When was the harbour wall completed?", suggested);
    }

    private Task<IReadOnlyList<string>> SuggestAsync() =>
        _host.Suggester.SuggestAsync("en", 8, AccessScope.Public, TestContext.Current.CancellationToken);
}
