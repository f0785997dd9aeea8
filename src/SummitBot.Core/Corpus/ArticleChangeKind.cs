namespace SummitBot.Core.Corpus;

public enum ArticleChangeKind
{
    /// <summary>The article is new.</summary>
    Added,

    /// <summary>The article has changed.</summary>
    Replaced,

    /// <summary>The article is gone from the corpus, or can no longer be read.</summary>
    Removed,
}
