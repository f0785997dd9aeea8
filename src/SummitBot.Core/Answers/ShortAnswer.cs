using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers;

/// <summary>The part of the first quoted sentence that answers by itself: a date, a number, a name.</summary>
/// <param name="Text">The article's plain text in <paramref name="Range"/>, word for word.</param>
/// <param name="Citation">Number of the citation whose quote holds it.</param>
/// <param name="Range">The range in the article's plain text, UTF-16 units, inside that citation's.</param>
public sealed record ShortAnswer(string Text, int Citation, TextRange Range);
