using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers.Reviewing;

/// <summary>A model's sentence and what the gate made of it, for the log and <c>--explain</c>.</summary>
/// <param name="Draft">The sentence in the model's words; not fit to be shown.</param>
/// <param name="Action">What the gate did with it.</param>
/// <param name="Sentence">What is shown; null when it was dropped or skipped.</param>
/// <param name="FailedChecks">Codes of the checks that refuse it against the passage it comes nearest to, in order;
/// empty when it passes the strict strength.</param>
/// <param name="Passage">The passage it comes nearest to, or is taken from; null when none is near.</param>
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
    /// <summary>It is shown in the model's words.</summary>
    public bool Stands => Action is SentenceAction.Kept or SentenceAction.KeptWithSource or SentenceAction.Remarked;
}
