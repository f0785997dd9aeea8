namespace SummitBot.ReaderTraining.Questions;

/// <summary>A question with the passage that it was asked on.</summary>
/// <param name="AnsweringSentences">Counted from 0, the best first; empty when the passage does not answer.</param>
/// <param name="Answers">Acceptable short answers; empty when there is none.</param>
internal sealed record Question(
    Passage Passage,
    string Text,
    IReadOnlyList<int> AnsweringSentences,
    IReadOnlyList<string> Answers
)
{
    public bool IsAnswerable => AnsweringSentences.Count > 0;
}
