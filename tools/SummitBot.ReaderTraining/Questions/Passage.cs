namespace SummitBot.ReaderTraining.Questions;

/// <summary>A few consecutive sentences of one document.</summary>
/// <param name="Id">Unique over all files that are read together.</param>
/// <param name="Document">Passages of one document share it; empty when the document is unknown.</param>
/// <param name="IsHeldOut">Its questions measure the reader and never train it.</param>
internal sealed record Passage(
    string Id,
    string Document,
    string Title,
    IReadOnlyList<string> Sentences,
    bool IsHeldOut
);
