using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Suggestions;
using SummitBot.Language.Sentences;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

/// <summary>Suggested questions: formed from simple sentences, and only those that the articles answer.</summary>
public sealed class QuestionSuggesterTests : IDisposable
{
    /// <summary>Its time stands still, so that calls wait for the whole search.</summary>
    private readonly AnswerHost _host = new(new FakeTimeProvider(new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)), []);

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("The Vostochny Cosmodrome was founded in 2011.", "When was the Vostochny Cosmodrome founded?")]
    [InlineData("The launch pad was built by the Spetsstroy agency.", "Who built the launch pad?")]
    [InlineData("The spaceport lies in the Amur region of Russia.", "Where is the spaceport?")]
    [InlineData("The lighthouse was named after Ada Quill.", "What was the lighthouse named after?")]
    [InlineData(
        "Helen Tregarth won the election in Grenmouth with 18,412 votes.",
        "Who won the election in Grenmouth with 18,412 votes?"
    )]
    [InlineData(
        "The council approved the flood barrier on 3 May 2021.",
        "When did the council approve the flood barrier?"
    )]
    [InlineData("The Kattegat line will open in 2031.", "When will the Kattegat line open?")]
    [InlineData(
        "The Kattegat council has 15 members, five of them women.",
        "How many members does the Kattegat council have?"
    )]
    [InlineData("The town hall of Skagen cost 48 million crowns.", "How much did the town hall of Skagen cost?")]
    [InlineData("The Skagen bridge is 640 metres long.", "How long is the Skagen bridge?")]
    [InlineData("Helen Tregarth is the mayor of Grenmouth.", "Who is the mayor of Grenmouth?")]
    [InlineData("In 1998 the Norrholm council founded a museum.", "When did the Norrholm council found a museum?")]
    [InlineData("The Kattegat zoo bought 5 zebras in Skagen.", "How many zebras did the Kattegat zoo buy in Skagen?")]
    [InlineData("There are 42 locks on the Norrholm canal.", "How many locks are there on the Norrholm canal?")]
    public async Task SuggestAsync_AsksWhatASentenceAnswers(string sentence, string question)
    {
        _host.Build(IndexHost.CreateArticle("news", $"{sentence} It rained for nine days in the valley."));

        IReadOnlyList<string> suggested = await SuggestAsync();

        Assert.Contains(question, suggested);
        Assert.Equal(AnswerOutcome.Answered, (await _host.AskAsync(question)).Outcome);
    }

    [Theory]
    [InlineData("The main change lies in the engines of the first stage.")]
    [InlineData("It was founded in 2011 by two farmers.")]
    [InlineData("Later Skagen was founded in 2011 by two farmers.")]
    [InlineData("The mayor hopes the Skagen bridge will open in 2031.")]
    [InlineData("The council said the Skagen bridge was built in 1911.")]
    [InlineData("The Skagen newsletter was founded in 2011 by two farmers.")]
    [InlineData("Mount Skagen is the highest peak of Norrholm.")]
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
            [.. articles.Select(a => new SuggestionTopic(a.Summary))],
            "en",
            2,
            ["when was the old lighthouse BUILT?"],
            AccessScope.Public,
            TestContext.Current.CancellationToken
        );

        Assert.DoesNotContain("When was the old lighthouse built?", suggested);
        Assert.Contains("When was the harbour wall completed?", suggested);
    }

    [Fact]
    public async Task SuggestAboutAsync_AsksAboutWhatStandsNearTheQuotation_AndNotAboutTheQuotationItself()
    {
        string far = string.Join(
            ' ',
            Enumerable.Range(1, 60).Select(i => $"Nothing of note happened on day {i} in the valley.")
        );
        const string Quoted = "The Skagen bridge was opened in 1911.";
        Article article = IndexHost.CreateArticle(
            "a",
            $"The Norrholm canal was dug in 1850. The Norrholm mill was built in 1860. {far}\n\n{Quoted} The Skagen bridge cost 48 million crowns."
        );
        _host.Build(article, IndexHost.CreateArticle("b", "The harbour wall was completed in 1950."));
        int start = article.Text.IndexOf(Quoted, StringComparison.Ordinal);

        IReadOnlyList<string> suggested = await _host.Suggester.SuggestAboutAsync(
            [new SuggestionTopic(article.Summary, new TextRange(start, start + Quoted.Length))],
            "en",
            1,
            [],
            AccessScope.Public,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["How much did the Skagen bridge cost?"], suggested);
    }

    [Fact]
    public async Task SuggestAsync_PrefersQuestionsOfDifferentKindsToSummaries()
    {
        _host.Build(
            IndexHost.CreateArticle(
                "a",
                "The Norrholm canal was dug in 1850. The Norrholm canal cost 9 million crowns."
            ),
            IndexHost.CreateArticle("b", "The Skagen bridge was opened in 1911. Ada Quill designed the Skagen bridge."),
            IndexHost.CreateArticle("c", "It rained for nine days in the valley. Nobody came.")
        );

        IReadOnlyList<string> suggested = await _host.Suggester.SuggestAsync(
            "en",
            3,
            AccessScope.Public,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(3, suggested.Select(q => q.Split(' ')[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(suggested, q => q.StartsWith("Summarise", StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<string>> SuggestAsync() =>
        _host.Suggester.SuggestAsync("en", 8, AccessScope.Public, TestContext.Current.CancellationToken);
}
