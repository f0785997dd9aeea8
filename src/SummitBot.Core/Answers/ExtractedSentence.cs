using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers;

/// <summary>A drafted sentence and the place it claims to come from.</summary>
/// <param name="Text">The sentence, without marks.</param>
/// <param name="Passage">The passage it cites.</param>
/// <param name="Range">The range of the article's plain text it cites, inside the passage.</param>
public sealed record ExtractedSentence(string Text, PassageId Passage, TextRange Range)
{
    /// <summary>
    /// The range of the article's plain text, inside <see cref="Range"/>, that answers by itself; null when the writer is
    /// not sure of one. Only the first sentence's is shown.
    /// </summary>
    public TextRange? ShortAnswer { get; init; }

    /// <summary>How likely it answers the question, 0 to 1; null when the writer only knows it of the whole draft.</summary>
    public double? Confidence { get; init; }
}
