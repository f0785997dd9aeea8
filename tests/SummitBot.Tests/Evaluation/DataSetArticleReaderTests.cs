using SummitBot.Core.Articles;
using SummitBot.Evaluation;
using SummitBot.Language;

namespace SummitBot.Tests.Evaluation;

public sealed class DataSetArticleReaderTests
{
    [Fact]
    public async Task ReadAsync_GivesPlainTextAsArticlesHaveIt()
    {
        var corpus = new EvaluationCorpus("/data/corpus.jsonl");
        corpus.TryAdd("a b#1", " Title ", "\ufeffOne.\r\n \n Two. \u2028Three.\n");
        var reader = new DataSetArticleReader(corpus, new FrenchLanguageDetector());
        ArticleFile file = Assert.Single(reader.Find([]).Files);
        ArticleReadResult result = Assert.Single(await reader.ReadAsync(file, TestContext.Current.CancellationToken));
        Article article = result.Article!;
        Assert.Equal(
            ("a-b-1", "Title", "One.\nTwo.\nThree.", "fr"),
            (article.Id.Value, article.Title, article.Text, article.Language)
        );
        Assert.Equal("a b#1", corpus.GetDocument(article.Id));
    }

    [Fact]
    public void DocumentOf_IsReversibleForAwkwardIds()
    {
        var corpus = new EvaluationCorpus("/data/corpus.jsonl");
        string[] ids = ["###", "a#1", "a-1", "a 1", new string('x', 500), new string('x', 501), "año/ñ"];
        Assert.All(ids, id => Assert.True(corpus.TryAdd(id, "t", "x")));
        Assert.False(corpus.TryAdd("a#1", "t", "x"));
        Assert.Equal(ids, corpus.Documents.Select(d => corpus.GetDocument(d.ArticleId)));
        Assert.Distinct(corpus.Documents.Select(d => d.ArticleId));
    }

    private sealed class FrenchLanguageDetector : ILanguageDetector
    {
        public string Detect(string text) => "fr";
    }
}
