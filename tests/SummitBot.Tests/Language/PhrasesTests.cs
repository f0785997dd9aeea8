using System.Reflection;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Language;

namespace SummitBot.Tests.Language;

public sealed class PhrasesTests
{
    public static TheoryData<string> Languages => ["en", "es", "de", "fr", "ru", "ko", "zh", "ar", "ja", "th", "hi"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void For_HasEveryPhraseInEveryLanguage(string language)
    {
        var phrases = Phrases.For(language);
        string[] plain =
        [
            .. typeof(Phrases)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(p => Assert.IsType<string>(p.GetValue(phrases))),
        ];

        Assert.Contains(language, Phrases.Codes);
        Assert.NotEmpty(plain);
        Assert.All(plain, p => Assert.False(string.IsNullOrWhiteSpace(p)));
        Assert.All(plain, p => Assert.DoesNotContain('{', p));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void For_FillsInTheGivenValuesInEveryLanguage(string language)
    {
        var phrases = Phrases.For(language);

        AssertHolds(phrases.RefusalWithClosest(["Alpha", "Beta"]), "Alpha", "Beta");
        AssertHolds(phrases.OmittedItems(14), "14");
        AssertHolds(phrases.OtherLanguage("es"), "español");
        AssertHolds(phrases.Clarification("Alpha", "Beta"), "Alpha", "Beta");
        AssertHolds(phrases.ArticleList(4711), "4711");
        AssertHolds(phrases.NewestArticles(20, 4711), "20", "4711");
        AssertHolds(phrases.ArticlesOn("Alpha"), "Alpha");
        AssertHolds(phrases.BestArticlesOn("Alpha", 20), "Alpha", "20");
        AssertHolds(phrases.NoArticleOn("Alpha"), "Alpha");
        AssertHolds(phrases.UnknownArticle("Alpha"), "Alpha");
        AssertHolds(phrases.Summary("Alpha {9}"), "Alpha {9}");
        AssertHolds(phrases.NoSummary("Alpha"), "Alpha");
    }

    [Fact]
    public void For_UsesTheLanguage()
    {
        string[] refusals = [.. Phrases.Codes.Select(c => Phrases.For(c).Refusal)];

        Assert.Equal(refusals.Length, refusals.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("Das steht nicht in den Artikeln.", Phrases.For("de").Refusal);
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("und")]
    [InlineData("../en")]
    public void For_UsesEnglishForALanguageWithoutPhrases(string language) =>
        Assert.Equal("The articles don't say.", Phrases.For(language).Refusal);

    [Fact]
    public void Refusal_IsInTheQuestionsLanguage()
    {
        var article = new ArticleSummary(new ArticleId("a"), "Titel", null, null, null, "de", "a.md");

        Assert.Equal("No encontré nada sobre eso en los artículos.", AnswerText.FromRefusal([], "es"));
        Assert.Null(AnswerText.LeadOfRefusal([], "es"));
        Assert.Equal("这些文章没有提到。最接近的文章：Titel。", AnswerText.FromRefusal([article], "zh"));
        Assert.Equal("Los artículos no lo dicen. Los más cercanos:", AnswerText.LeadOfRefusal([article], "es"));
    }

    private static void AssertHolds(string phrase, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(part, phrase, StringComparison.Ordinal));
}
