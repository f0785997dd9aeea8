namespace SummitBot.Language;

/// <summary>
/// What people of one language say to a bot beside questions, as <c>SmallTalk/{code}.json</c> gives it. Compared without
/// regard to case, accents, punctuation and, in Chinese and Korean, spaces. <c>(a|b|)</c> stands for either, or for nothing.
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

    /// <summary>Ask who speaks.</summary>
    public required IReadOnlyList<string> Identity { get; init; }

    /// <summary>Ask what one can ask.</summary>
    public required IReadOnlyList<string> Help { get; init; }

    /// <summary>Ask for all articles.</summary>
    public required IReadOnlyList<string> ArticleLists { get; init; }

    /// <summary>Ask what is new.</summary>
    public required IReadOnlyList<string> LatestNews { get; init; }

    /// <summary>Ask for what was published first.</summary>
    public required IReadOnlyList<string> OldestArticles { get; init; }

    /// <summary>Ask for the articles on a subject, for which <c>*</c> stands.</summary>
    public required IReadOnlyList<string> ArticlesOn { get; init; }

    /// <summary>Ask for the articles of an author, for whom <c>*</c> stands.</summary>
    public required IReadOnlyList<string> ArticlesBy { get; init; }

    /// <summary>Ask who wrote an article, for which <c>*</c> stands.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Ask for the summary of an article, for which <c>*</c> stands.</summary>
    public required IReadOnlyList<string> Summaries { get; init; }

    /// <summary>Ask what several articles say about a subject, for which <c>*</c> stands.</summary>
    public required IReadOnlyList<string> TopicSummaries { get; init; }

    /// <summary>May stand before, after and between any of these.</summary>
    public required IReadOnlyList<string> Fillers { get; init; }

    /// <summary>Words around an article's name that are not part of it: <c>article</c>, <c>story</c>.</summary>
    public required IReadOnlyList<string> ArticleWords { get; init; }

    /// <summary>The expressions of a language; one without gets the English ones.</summary>
    public static SmallTalkExpressions For(string language) => Files.For(language);
}
