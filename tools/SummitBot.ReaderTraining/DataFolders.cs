using SummitBot.ReaderTraining.Networks;

namespace SummitBot.ReaderTraining;

/// <summary>The folders of the questions, and the maximum length of a window.</summary>
internal sealed record DataFolders(IReadOnlyList<string> Questions, IReadOnlyList<string> Squad, int MaxTokens)
{
    public bool IsEmpty => Questions.Count + Squad.Count == 0;

    public TrainingData Load(BaseModel baseModel) => new(baseModel, Questions, Squad, MaxTokens);
}
