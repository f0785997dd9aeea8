using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers;

/// <summary>Writes <see cref="AnswerKind.ArticleList"/> as <c>articleList</c>.</summary>
public sealed class AnswerKindConverter()
    : JsonStringEnumConverter<AnswerKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
