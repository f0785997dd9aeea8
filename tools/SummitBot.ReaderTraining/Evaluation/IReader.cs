using SummitBot.ReaderTraining.Networks;

namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>A reader that can be measured: the network in training or an exported model.</summary>
internal interface IReader
{
    /// <summary>One for each window of the batch, in order.</summary>
    IReadOnlyList<WindowReading> Read(ReaderBatch batch);
}
