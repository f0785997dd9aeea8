namespace SummitBot.Language;

/// <summary>
/// A language's phrases from its resource file <c>Languages/Phrases/{code}.json</c>; <see cref="Phrases"/> fills the
/// placeholders <c>{0}</c> and <c>{1}</c>. A file without one of the phrases cannot be read.
/// </summary>
internal sealed record PhraseTexts
{
    public required string Refusal { get; init; }

    public required string NothingFound { get; init; }

    public required string RefusalWithClosest { get; init; }

    public required string RefusalHeading { get; init; }

    public required string OtherLanguage { get; init; }

    public required string PassagesOffered { get; init; }

    public required string Confirmed { get; init; }

    public required string Denied { get; init; }

    public required string Computed { get; init; }

    public required string OmittedItems { get; init; }

    public required string Clarification { get; init; }

    public required string AccordingToTheArticle { get; init; }

    public required string PartLeftOut { get; init; }

    public required string OnlyQuotations { get; init; }

    public required string Conflict { get; init; }

    public required string WithoutModel { get; init; }

    public required string ModelBrokeOff { get; init; }

    public required string Greeting { get; init; }

    public required string Thanks { get; init; }

    public required string Goodbye { get; init; }

    public required string Identity { get; init; }

    public required string Help { get; init; }

    public required string ArticleList { get; init; }

    public required string NewestArticles { get; init; }

    public required string OldestArticles { get; init; }

    public required string ArticlesOn { get; init; }

    public required string BestArticlesOn { get; init; }

    public required string NoArticles { get; init; }

    public required string NoArticleOn { get; init; }

    public required string UnknownArticle { get; init; }

    public required string WhichArticle { get; init; }

    public required string Summary { get; init; }

    public required string TopicSummary { get; init; }

    public required string NoSummary { get; init; }

    public required string Closest { get; init; }

    public required string Sources { get; init; }

    public required string Source { get; init; }

    public required string ListSeparator { get; init; }
}
