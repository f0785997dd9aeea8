namespace SummitBot.Core.Answers;

/// <summary>What a reply is about.</summary>
public enum AnswerKind
{
    /// <summary>An answer to a question, or its refusal.</summary>
    Answer,

    /// <summary>A greeting, thanks, or what the bot can do; says nothing about any article.</summary>
    SmallTalk,

    /// <summary>Which articles there are; <see cref="Answer.Closest"/> holds them.</summary>
    ArticleList,

    /// <summary>The sentences that sum up an article, quoted and cited.</summary>
    Summary,
}
