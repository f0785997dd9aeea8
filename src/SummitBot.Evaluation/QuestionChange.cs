namespace SummitBot.Evaluation;

/// <summary>A question with a better or worse result than in the baseline.</summary>
/// <param name="What">What changed, in words.</param>
public sealed record QuestionChange(
    string DataSet,
    bool IsBetter,
    string What,
    QuestionResult Before,
    QuestionResult After
);
