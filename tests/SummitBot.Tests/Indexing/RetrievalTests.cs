using CsCheck;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Tokens;

namespace SummitBot.Tests.Indexing;

public sealed class RetrievalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexHost _host;

    public RetrievalTests() => _host = new IndexHost(_folder["index"]);

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("en", "The rockets were launched twice.", "Who launches a rocket?")]
    [InlineData("en", "She wrote to her children.", "What did a woman write to a child?")]
    [InlineData("es", "Los presidentes firmaron los tratados.", "¿Qué tratado firmó el presidente?")]
    [InlineData("de", "Die Häuser der Präsidenten wurden verkauft.", "Welches Haus wurde verkauft?")]
    [InlineData("fr", "Les traités entre les présidents furent signés.", "Quel traité ?")]
    [InlineData("ru", "Президенты встретились на космодроме.", "О чём говорили на космодром президентов?")]
    [InlineData("ko", "정상회담이 보스토치니 우주기지에서 열렸다.", "정상회담은 어디에서?")]
    [InlineData("zh", "金正恩乘坐装甲列车抵达俄罗斯。", "装甲列车")]
    [InlineData("ja", "首脳会談は宇宙基地で行われた。", "首脳会談はどこで")]
    [InlineData("ar", "وصل القطار إلى المدينة.", "قطار")]
    [InlineData("cy", "Cyfarfu'r arweinwyr yn y ganolfan ofod.", "ARWEINWYR")]
    [InlineData("und", "Zürich 2019", "zurich")]
    public async Task AText_IsFoundByOtherFormsOfItsWords(string language, string text, string question)
    {
        _host.Build(
            IndexHost.CreateArticle("wanted", text, language),
            IndexHost.CreateArticle("other", "zzz", language)
        );
        Assert.Equal(["wanted#1"], await _host.FindAsync(question, language));
        Assert.Equal(["wanted#1"], await _host.FindAsync(question, "und"));
    }

    [Theory]
    [InlineData("Which wepon was sent?")]
    [InlineData("What did the Kremlin send?")]
    [InlineData("What was shiped in 2023?")]
    public async Task AText_IsFoundByMisspelledWordsAndBySynonyms(string question)
    {
        _host.Build(
            IndexHost.CreateArticle("wanted", "Russia shipped a weapon.") with
            {
                Published = new DateOnly(2023, 9, 13),
            },
            IndexHost.CreateArticle("other", "zzz")
        );

        Assert.Equal(["wanted#1"], await _host.FindAsync(question));
    }

    [Fact]
    public async Task AText_IsFoundByTheMonthAndYearOfItsPublication()
    {
        _host.Build(
            IndexHost.CreateArticle("old", "The leaders met today.") with
            {
                Published = new DateOnly(2019, 4, 25),
            },
            IndexHost.CreateArticle("new", "The leaders met today.") with
            {
                Published = new DateOnly(2023, 9, 13),
            }
        );

        Assert.Equal("new#1", (await _host.FindAsync("Where did the leaders meet in September 2023?"))[0]);
        Assert.Equal("old#1", (await _host.FindAsync("Where did the leaders meet in 2019?"))[0]);
    }

    [Theory]
    [InlineData("weopn", null)]
    [InlineData("wepon", "weapon")]
    [InlineData("weapno", "weapon")]
    [InlineData("weapon", null)]
    [InlineData("xeapon", null)]
    [InlineData("tain", null)]
    public void NearestStem_IsOneEditAway(string stem, string? expected)
    {
        _host.Build(IndexHost.CreateArticle("a", "Weapon train."));

        Assert.Equal(expected, _host.Statistics.NearestStem(stem, "en", AccessScope.Public));
    }

    [Fact]
    public async Task AllLanguagesOfTheIndex_AreSearched()
    {
        _host.Build(
            IndexHost.CreateArticle("english", "Putin met Kim at Vostochny."),
            IndexHost.CreateArticle("spanish", "Putin recibió a Kim en Vostochny.", "es")
        );
        foreach (string language in new[] { "en", "es", "fr", "und" })
        {
            Assert.Equal(["english#1", "spanish#1"], (await _host.FindAsync("Kim Vostochny", language)).Order());
        }
    }

    [Fact]
    public async Task StopWordsOfTheQuestion_FindNothing_UnlessThereIsNothingElse()
    {
        _host.Build(IndexHost.CreateArticle("a", "To be or not to be."), IndexHost.CreateArticle("b", "The rocket."));
        Assert.Equal(["b#1"], await _host.FindAsync("What was to be the rocket?"));
        Assert.Equal(["a#1"], await _host.FindAsync("to be or not to be"));
    }

    [Fact]
    public async Task NeighbouringWords_CountMoreWhenTheyAreTogether()
    {
        string filler = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"filler{i}"));
        _host.Build(
            IndexHost.CreateArticle("apart", $"Security {filler} council."),
            IndexHost.CreateArticle("close", $"Security council {filler}.")
        );
        Assert.Equal(["close#1", "apart#1"], await _host.FindAsync("security council"));
    }

    [Fact]
    public async Task ContextTerms_DecideBetweenEquals_ButWeighLess()
    {
        _host.Build(
            IndexHost.CreateArticle("x", "The launch of a satellite in spring."),
            IndexHost.CreateArticle("y", "The launch of a missile in spring.")
        );
        var query = new RetrievalQuery("launch", "en") { ContextTerms = [new WeightedTerm("missiles", 0.2)] };
        Assert.Equal("y#1", (await _host.RetrieveAsync(query))[0].Passage.Id.ToString());
        query = new RetrievalQuery("satellite", "en") { ContextTerms = [new WeightedTerm("missile", 0.2)] };
        Assert.Equal("x#1", (await _host.RetrieveAsync(query))[0].Passage.Id.ToString());
    }

    [Fact]
    public async Task AContextTermGivenTwice_TakesItsLargestWeight()
    {
        _host.Build(
            IndexHost.CreateArticle("x", "The launch of a satellite."),
            IndexHost.CreateArticle("y", "A ship.")
        );
        double once = await ScoreAsync(new WeightedTerm("satellite", 0.4));
        Assert.Equal(once, await ScoreAsync(new WeightedTerm("satellites", 0.1), new WeightedTerm("satellite", 0.4)));
        Assert.True(once > await ScoreAsync(new WeightedTerm("satellite", 0.1)));
    }

    [Fact]
    public async Task EqualScores_AreInTheOrderOfTheirIds_WhateverTheOrderOfWriting()
    {
        Article[] articles =
        [
            .. Enumerable.Range(10, 80).Select(i => IndexHost.CreateArticle($"a{i}", "Same words here.")),
        ];
        string[] expected = [.. articles.Take(10).Select(a => $"{a.Id}#1")];
        foreach (int seed in new[] { 1, 2 })
        {
            new Random(seed).Shuffle(articles);
            _host.Build(articles);
            Assert.Equal(expected, await _host.FindAsync("same words"));
        }
    }

    [Fact]
    public async Task Count_BoundsTheResult()
    {
        _host.Build([.. Enumerable.Range(0, 30).Select(i => IndexHost.CreateArticle($"a{i}", "Same words here."))]);
        Assert.Equal(3, (await _host.RetrieveAsync(new RetrievalQuery("words", "en") { Count = 3 })).Count);
        Assert.Equal(30, (await _host.RetrieveAsync(new RetrievalQuery("words", "en") { Count = 1_000 })).Count);
    }

    [Theory]
    [InlineData("en", "The President's 2 rockets", "the presid 2 rocket")]
    [InlineData("es", "Las cumbres", "las cumbr")]
    [InlineData("xx", "Running Dogs", "running dogs")]
    public void Analyze_GivesStemsWithTheirPlaceInTheText(string language, string text, string stems)
    {
        IReadOnlyList<Term> terms = _host.Terms.Analyze(text, language);
        Assert.Equal(stems, string.Join(' ', terms.Select(t => t.Stem)));
        Assert.Equal(text.Split(' '), terms.Select(t => text[t.Start..t.End]), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Analyze_FromManyThreads_GivesTheSame() =>
        await Parallel.ForAsync(
            0,
            2_000,
            TestContext.Current.CancellationToken,
            (i, _) =>
            {
                Assert.Equal(["rocket", $"{i}"], _host.Terms.Analyze($"Rockets {i}", "en").Select(t => t.Stem));
                return ValueTask.CompletedTask;
            }
        );

    [Fact]
    public void EveryPassage_EqualsItsArticlesTextAtItsRange_InAnyScript()
    {
        Gen<string> word = Gen.OneOf(
            Gen.String[Gen.Char['a', 'z'], 1, 8],
            Gen.String[Gen.Char['а', 'я'], 1, 8],
            Gen.String[Gen.Char['一', '丿'], 1, 4],
            Gen.String[Gen.Char['ا', 'ي'], 1, 6],
            Gen.Const("🚀"),
            Gen.Const("𝔘𝔫𝔦"),
            Gen.Const("e\u0301"),
            Gen.Const("\uD83D"),
            Gen.Const("needle")
        );
        Gen<string> sentence = word.Array[1, 12].Select(words => $"X {string.Join(' ', words)}. ");
        Gen<string> line = sentence.Array[1, 15].Select(sentences => string.Concat(sentences).Trim());
        Gen<string[]> texts = line.Array[1, 4].Select(lines => string.Join('\n', lines)).Array[1, 4];
        texts.Sample(
            drawn =>
            {
                Article[] articles = [.. drawn.Select((text, i) => IndexHost.CreateArticle($"a{i}", text))];
                _host.Build(articles);
                var query = new RetrievalQuery("needle", "en") { Count = 1_000 };
                foreach (Article article in articles)
                {
                    Assert.Equal(article.Text, _host.Catalog.Find(article.Id, AccessScope.Public)?.Text);
                    Assert.All(
                        _host.Catalog.GetPassages(article.Id, AccessScope.Public),
                        p => AssertVerbatim(p, article)
                    );
                    int needles = new PassageSplitter().Split(article).Count(p => HasNeedle(p.Text));
                    IEnumerable<RetrievedPassage> found = Find(query).Where(p => p.Article.Id == article.Id);
                    Assert.All(found, p => AssertVerbatim(p.Passage, article));
                    Assert.Equal(needles, found.Count());
                }
            },
            iter: 40,
            threads: 1
        );
    }

    private static bool HasNeedle(string text) =>
        text.Split([' ', '.', '\n']).Contains("needle", StringComparer.Ordinal);

    private static void AssertVerbatim(Passage passage, Article article)
    {
        Assert.Equal(passage.Range.Slice(article.Text), passage.Text);
        Assert.All(passage.Sentences, s => Assert.Equal(s.Slice(article.Text), passage.GetText(s)));
    }

    private IReadOnlyList<RetrievedPassage> Find(RetrievalQuery query) =>
        _host.RetrieveAsync(query).GetAwaiter().GetResult();

    private async Task<double> ScoreAsync(params WeightedTerm[] context) =>
        (await _host.RetrieveAsync(new RetrievalQuery("launch", "en") { ContextTerms = context }))[0].Score;
}
