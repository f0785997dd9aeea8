namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>What somebody wants who asks nothing about the news. Of several in one utterance the last here counts.</summary>
public enum SmallTalkIntent
{
    Greeting,

    Thanks,

    Goodbye,

    /// <summary>Who are you?</summary>
    Identity,

    /// <summary>What can you do?</summary>
    Help,

    /// <summary>Which articles do you have?</summary>
    ArticleList,

    /// <summary>What is the latest news?</summary>
    LatestNews,

    /// <summary>Which article is the oldest?</summary>
    OldestArticles,

    /// <summary>Which articles do you have on something?</summary>
    ArticlesOn,

    /// <summary>Which articles did somebody write?</summary>
    ArticlesBy,

    /// <summary>Who wrote an article?</summary>
    Author,

    /// <summary>Summarise an article.</summary>
    Summary,

    /// <summary>Summarise the news about something.</summary>
    TopicSummary,
}
