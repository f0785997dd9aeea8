using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers;

/// <summary>What kind of reply it is.</summary>
public enum AnswerKind
{
    /// <summary>An answer to a question, or its refusal.</summary>
    Answer,

    /// <summary>A greeting, thanks, or what the bot can do; it states nothing about any article.</summary>
    SmallTalk,

    /// <summary>A list of articles, in <see cref="Answer.Closest"/>.</summary>
    ArticleList,

    /// <summary>Sentences that summarize an article, quoted and cited.</summary>
    Summary,
}

/// <summary>Writes <see cref="AnswerKind.ArticleList"/> as <c>articleList</c>.</summary>
public sealed class AnswerKindConverter()
    : JsonStringEnumConverter<AnswerKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
