using SummitBot.Language.Sentences;

namespace SummitBot.Core.Suggestions;

/// <summary>A question that a sentence of an article seems to answer.</summary>
/// <param name="Answer">The sentence, in the article's text.</param>
internal sealed record QuestionCandidate(string Text, TextRange Answer);
