using SummitBot.ReaderTraining.Networks;

namespace SummitBot.ReaderTraining;

/// <summary>Where the questions are, and how long a window of them may be.</summary>
internal sealed record DataFolders(IReadOnlyList<string> Questions, IReadOnlyList<string> Squad, int MaxTokens)
{
    public bool IsEmpty => Questions.Count + Squad.Count == 0;

    public TrainingData Load(BaseModel baseModel) => new(baseModel, Questions, Squad, MaxTokens);
}
