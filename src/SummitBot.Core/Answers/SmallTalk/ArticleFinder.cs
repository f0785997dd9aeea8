using System.Globalization;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Finds the article that a user names: by its id, its title, or words of title, id and date.</summary>
public sealed class ArticleFinder(IArticleCatalog catalog)
{
    private const int MaxNear = 3;

    /// <summary>Minimum share of the words that title, id and date must contain.</summary>
    private const double EnoughWords = 0.75;

    /// <summary>
    /// When several articles have all words, the user must have said at least this share of the title.
    /// </summary>
    private const double MinTitleShare = 0.8;

    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public ArticleMatch Find(string name, string language, AccessScope scope)
    {
        ArgumentNullException.ThrowIfNull(name);
        IReadOnlyList<ArticleSummary> articles = catalog.List(scope);
        // A title is a title in whatever language somebody asks for it: "den Artikel The green train".
        if ((FindByName(articles, name) ?? FindByName(articles, WithoutArticleWords(name, language))) is { } named)
        {
            return new ArticleMatch(named, [], IsAmbiguous: false);
        }

        string[] words = ContentWords(name, language);
        if (words.Length == 0)
        {
            return articles.Count == 1
                ? new ArticleMatch(articles[0], [], IsAmbiguous: false)
                : new ArticleMatch(null, [], IsAmbiguous: true);
        }

        return Choose([.. articles.Select(a => Score(a, words)).Where(s => s.Said > 0)]);
    }

    private static ArticleSummary? FindByName(IReadOnlyList<ArticleSummary> articles, string name)
    {
        string forms = string.Join(' ', Tokenizer.GetStems(name));
        return articles.FirstOrDefault(a => string.Equals(a.Id.Value, name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? Single(articles.Where(a => string.Join(' ', Tokenizer.GetStems(a.Title)) == forms));
    }

    private static ArticleMatch Choose(IReadOnlyList<(ArticleSummary Article, double Said, double OfTitle)> scored)
    {
        (ArticleSummary Article, double Said, double OfTitle)[] best =
        [
            .. scored
                .OrderByDescending(s => s.Said)
                .ThenByDescending(s => s.OfTitle)
                .ThenByDescending(s => s.Article.Published)
                .ThenBy(s => s.Article.Id),
        ];
        ArticleSummary[] near = [.. best.Take(MaxNear).Select(s => s.Article)];
        if (best.Length == 0 || best[0].Said < EnoughWords)
        {
            return new ArticleMatch(null, near, IsAmbiguous: false);
        }

        bool isAlone = best.Length == 1 || best[1].Said < best[0].Said;
        bool isTitle = best[0].OfTitle >= MinTitleShare && (isAlone || best[1].OfTitle < best[0].OfTitle);
        return isAlone || isTitle
            ? new ArticleMatch(best[0].Article, [], IsAmbiguous: false)
            : new ArticleMatch(null, [.. near.Take(best.Count(s => s.Said >= best[0].Said))], IsAmbiguous: true);
    }

    private static (ArticleSummary Article, double Said, double OfTitle) Score(ArticleSummary article, string[] words)
    {
        string[] title = ContentWords(article.Title, article.Language);
        string[] all =
        [
            .. title,
            .. Tokenizer.GetStems(article.Id.Value),
            .. Tokenizer.GetStems(article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
        ];
        double said = words.Count(w => all.Any(a => WordSimilarity.IsSimilar(w, a)));
        double ofTitle = title.Count(t => words.Any(w => WordSimilarity.IsSimilar(w, t)));
        return (article, said / words.Length, title.Length == 0 ? 0 : ofTitle / title.Length);
    }

    /// <summary>True when a name contains words for an article: <c>the article about the bridge</c>.</summary>
    public static bool HasArticleWords(string name, string language)
    {
        HashSet<string> words = ArticleWords(language);
        return Tokenizer.GetStems(name).Any(words.Contains);
    }

    /// <summary>The name without leading words such as <c>the article about</c>.</summary>
    public static string WithoutArticleWords(string name, string language)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (Word token in ContentTokens(name, language))
        {
            return name[token.Start..];
        }

        return name;
    }

    private static string[] ContentWords(string text, string language) =>
        [.. ContentTokens(text, language).Select(t => t.Stem).Distinct(StringComparer.Ordinal)];

    /// <summary>The words that distinguish articles from one another.</summary>
    private static IEnumerable<Word> ContentTokens(string text, string language)
    {
        WordSet stopWords = LanguageProfiles.For(language).StopWords;
        HashSet<string> others = ArticleWords(language);
        return Tokenizer
            .Tokenize(text)
            .Where(t => !stopWords.Contains(text.AsSpan(t.Start..t.End)) && !others.Contains(t.Stem));
    }

    private static HashSet<string> ArticleWords(string language) =>
        [.. SmallTalkExpressions.For(language).ArticleWords.SelectMany(Tokenizer.GetStems)];

    private static ArticleSummary? Single(IEnumerable<ArticleSummary> articles) =>
        articles.Take(2).ToArray() is [var only] ? only : null;
}

/// <summary>The article that a user's words refer to.</summary>
/// <param name="Article">Null when no article, or more than one, can be meant.</param>
/// <param name="Near">Without an article: the best matches, best first, at most three.</param>
/// <param name="IsAmbiguous">True when the name fits all of <paramref name="Near"/>, or names nothing.</param>
public sealed record ArticleMatch(ArticleSummary? Article, IReadOnlyList<ArticleSummary> Near, bool IsAmbiguous);
