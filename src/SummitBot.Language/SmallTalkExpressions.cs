namespace SummitBot.Language;

/// <summary>
/// Expressions that people use to a bot other than questions, in one language, from <c>SmallTalk/{code}.json</c>.
/// Compared ignoring case, accents, punctuation and, in Chinese and Korean, spaces. <c>(a|b|)</c> means either of the
/// two, or nothing.
/// </summary>
public sealed record SmallTalkExpressions
{
    private static readonly LanguageResources<SmallTalkExpressions> Files = new(
        "SmallTalk",
        LanguageJson.Default.SmallTalkExpressions
    );

    public static IReadOnlyCollection<string> Codes => Files.Codes;

    public required IReadOnlyList<string> Greetings { get; init; }

    public required IReadOnlyList<string> Thanks { get; init; }

    public required IReadOnlyList<string> Goodbyes { get; init; }

    /// <summary>Asks who the bot is.</summary>
    public required IReadOnlyList<string> Identity { get; init; }

    /// <summary>Asks what can be asked.</summary>
    public required IReadOnlyList<string> Help { get; init; }

    /// <summary>Asks for all articles.</summary>
    public required IReadOnlyList<string> ArticleLists { get; init; }

    /// <summary>Asks what is new.</summary>
    public required IReadOnlyList<string> LatestNews { get; init; }

    /// <summary>Asks for what was published first.</summary>
    public required IReadOnlyList<string> OldestArticles { get; init; }

    /// <summary>Asks for the articles on a subject; <c>*</c> is the subject.</summary>
    public required IReadOnlyList<string> ArticlesOn { get; init; }

    /// <summary>Asks for the articles of an author; <c>*</c> is the author.</summary>
    public required IReadOnlyList<string> ArticlesBy { get; init; }

    /// <summary>Asks who wrote an article; <c>*</c> is the article.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Asks for the summary of an article; <c>*</c> is the article.</summary>
    public required IReadOnlyList<string> Summaries { get; init; }

    /// <summary>Asks what several articles say about a subject; <c>*</c> is the subject.</summary>
    public required IReadOnlyList<string> TopicSummaries { get; init; }

    /// <summary>Allowed before, after and between any of these.</summary>
    public required IReadOnlyList<string> Fillers { get; init; }

    /// <summary>Words around an article's name that are not part of it: <c>article</c>, <c>story</c>.</summary>
    public required IReadOnlyList<string> ArticleWords { get; init; }

    /// <summary>The expressions of a language; one without gets the English ones.</summary>
    public static SmallTalkExpressions For(string language) => Files.For(language);
}
