using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers.Reviewing;

/// <summary>A model's sentence and the gate's decision about it, for the log and <c>--explain</c>.</summary>
/// <param name="Draft">The sentence in the model's words; must not be shown.</param>
/// <param name="Action">What the gate did with it.</param>
/// <param name="Sentence">What is shown; null when it was dropped or skipped.</param>
/// <param name="FailedChecks">Codes of the checks that fail against the nearest passage, in order; empty when it passes
/// the strict level.</param>
/// <param name="Passage">The nearest passage, or the one it is quoted from; null when none is near.</param>
/// <param name="Window">The part of the article it was compared with; null when none is near.</param>
public sealed record ReviewedSentence(
    string Draft,
    SentenceAction Action,
    AnswerSentence? Sentence,
    IReadOnlyList<string> FailedChecks,
    PassageId? Passage,
    TextRange? Window
)
{
    /// <summary>True when it is shown in the model's words.</summary>
    public bool Stands => Action is SentenceAction.Kept or SentenceAction.KeptWithSource or SentenceAction.Remarked;
}
