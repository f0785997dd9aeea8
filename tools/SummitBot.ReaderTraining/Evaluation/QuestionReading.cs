namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>A reader's result for one held-out question.</summary>
/// <param name="Score">The logit of the chosen sentence minus that of "none answers": higher is more certain.</param>
/// <param name="Sentence">The chosen sentence of the passage, counted from 1.</param>
/// <param name="ShortAnswer">The most likely span of the chosen sentence, in lower case.</param>
/// <param name="IsRight">Whether the chosen sentence answers.</param>
/// <param name="AnswerF1">Null when the question has no short answer.</param>
/// <param name="OtherScore">The score of the passage that shares most words; null when there is none.</param>
internal sealed record QuestionReading(
    string Passage,
    string Document,
    string Question,
    bool IsAnswerable,
    double Score,
    int Sentence,
    string ShortAnswer,
    bool IsRight,
    double? AnswerF1,
    double? OtherScore
);
