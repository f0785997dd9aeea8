using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Dates;
using SummitBot.Language.Tokens;

namespace SummitBot.Tests.Core.Conversations;

public sealed class QuestionAnalyzerTests
{
    private static readonly DateOnly Today = new(2023, 9, 20);

    private readonly CountingAnalyzer _terms = new();

    [Fact]
    public void Analyze_SplitsTheQuestionOnce()
    {
        const string Text = "Who signed the Treaty?";

        AnalyzedQuestion analyzed = Analyze(Text);

        Assert.Equal(1, _terms.Count(Text));
        Assert.Equal(["who", "signed", "the", "treaty"], analyzed.Tokens.Select(t => t.Stem));
        Assert.Equal(["signed", "treaty"], analyzed.Terms.Select(t => t.Word.Form));
        Assert.True(analyzed.Terms[1].IsName);
        Assert.Equal(AnswerType.Person, analyzed.Type);
        Assert.Equal(QuestionTime.None, analyzed.Time);
        Assert.Same(analyzed, analyzed.Timeless);
    }

    [Fact]
    public void Analyze_KnowsTheQuestionWithoutItsWordsForTheTime()
    {
        AnalyzedQuestion analyzed = Analyze("What was signed yesterday?");

        Assert.Equal(Today.AddDays(-1), analyzed.Time.Period?.First);
        Assert.Equal(["signed"], analyzed.Timeless.Terms.Select(t => t.Word.Form));
    }

    [Fact]
    public void Analyze_OfNothingButATime_IsTheWholeQuestionInItsTimelessForm()
    {
        AnalyzedQuestion analyzed = Analyze("Yesterday?");

        Assert.Same(analyzed, analyzed.Timeless);
    }

    [Theory]
    [InlineData("Which trees did the council plant?", "trees")]
    [InlineData("List all roles of the rowing club", "roles")]
    [InlineData("What are the routes of the three tram lines?", "routes")]
    [InlineData("Which tram lines stop at the zoo?", "lines")]
    [InlineData("What causes rust?", null)]
    [InlineData("Which rule holds that lines are straight?", null)]
    [InlineData("What is the route of the green line?", null)]
    [InlineData("Which trees are the oldest?", null)]
    public void Analyze_FindsWhatAListIsAskedOf(string question, string? listed) =>
        Assert.Equal(listed, Analyze(question).Listed?.Form);

    [Theory]
    [InlineData("Which cost more, the organ or the town theatre?", "organ", "town theatre")]
    [InlineData("Which is larger the Corn Hall or the Wool Hall?", "corn hall", "wool hall")]
    [InlineData("How much more did the theatre cost than the organ?", "theatre", "organ")]
    [InlineData("How much higher is the water tower than the lighthouse?", "water tower", "lighthouse")]
    [InlineData("How many more votes did Linden win than Aske?", "linden", "aske")]
    [InlineData("How many more votes did she get than he?", "", "")]
    [InlineData("Compare the fares of the adult ticket and the family ticket", "adult ticket", "family ticket")]
    public void Analyze_FindsTheSidesOfAComparison(string question, string first, string second)
    {
        ComparedSides? sides = Analyze(question).Compared;

        Assert.NotNull(sides);
        Assert.Equal(first, string.Join(' ', sides.First.Select(w => w.Form)));
        Assert.Equal(second, string.Join(' ', sides.Second.Select(w => w.Form)));
    }

    [Theory]
    [InlineData("Who won more than five titles?")]
    [InlineData("How many people live in more than two towns?")]
    [InlineData("Is it more or less?")]
    [InlineData("Which tower is higher than the lighthouse or the mill?")]
    [InlineData("Who came by train or by plane?")]
    public void Analyze_FindsNoSidesWhereNothingIsCompared(string question) => Assert.Null(Analyze(question).Compared);

    [Theory]
    [InlineData("Who signed the treaty?", "who signed the treaty")]
    [InlineData("What was signed yesterday?", "what was signed")]
    [InlineData("Yesterday?", null)]
    public async Task TheSearch_GetsTheTermsOfTheTextThatItSearchesFor(string text, string? terms)
    {
        var retriever = new RecordingRetriever();
        var search = new QuestionSearch(
            new QuestionAnalyzer(_terms, new EverywhereOnce()),
            retriever,
            new EverywhereOnce(),
            Microsoft.Extensions.Options.Options.Create(new AnsweringOptions()),
            TimeProvider.System
        );

        await search.FindAsync(
            new ResolvedQuestion(text, text, "en", []),
            Today,
            TestContext.Current.CancellationToken
        );

        RetrievalQuery query = Assert.Single(retriever.Queries);
        Assert.Equal(terms, query.Terms is null ? null : string.Join(' ', query.Terms.Select(t => t.Stem)));
    }

    private AnalyzedQuestion Analyze(string text) =>
        new QuestionAnalyzer(_terms, new EverywhereOnce()).Analyze(new ResolvedQuestion(text, text, "en", []), Today);

    private sealed class CountingAnalyzer : ITermAnalyzer
    {
        private readonly List<string> _texts = [];

        public int Count(string text) => _texts.Count(t => t == text);

        public IReadOnlyList<Term> Analyze(string text, string language)
        {
            _texts.Add(text);
            var terms = new List<Term>();
            int start = 0;
            foreach (string word in text.Split(' '))
            {
                string bare = word.TrimEnd('?', ',');
                if (bare.Length > 0)
                {
                    terms.Add(new Term(bare.ToLowerInvariant(), start, start + bare.Length));
                }

                start += word.Length + 1;
            }

            return terms;
        }
    }

    private sealed class EverywhereOnce : ITermStatistics
    {
        public int PassageCount(string language, AccessScope scope) => 100;

        public int PassageFrequency(string stem, string language, AccessScope scope) => 1;

        public string? NearestStem(string stem, string language, AccessScope scope) => null;
    }

    private sealed class RecordingRetriever : IPassageRetriever
    {
        public List<RetrievalQuery> Queries { get; } = [];

        public Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(
            RetrievalQuery query,
            CancellationToken cancellationToken
        )
        {
            Queries.Add(query);
            return Task.FromResult<IReadOnlyList<RetrievedPassage>>([]);
        }
    }
}
