namespace SummitBot.ReaderTraining.Questions;

/// <summary>Passages with the questions on them.</summary>
/// <param name="Name">Names the set in reports.</param>
/// <param name="Passages">Passages without a question serve as negatives.</param>
internal sealed record QuestionSet(string Name, IReadOnlyList<Passage> Passages, IReadOnlyList<Question> Questions)
{
    public IEnumerable<Question> TrainingQuestions => Questions.Where(question => !question.Passage.IsHeldOut);

    public IEnumerable<Question> HeldOutQuestions => Questions.Where(question => question.Passage.IsHeldOut);
}
