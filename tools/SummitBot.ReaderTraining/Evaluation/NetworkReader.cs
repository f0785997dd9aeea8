using SummitBot.ReaderTraining.Networks;
using TorchSharp;

namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>Reads with the network in training.</summary>
internal sealed class NetworkReader(ReaderNetwork network) : IReader
{
    public IReadOnlyList<WindowReading> Read(ReaderBatch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable noGradients = torch.no_grad();
        bool wasTraining = network.training;
        network.eval();
        ReaderOutput output = network.Read(batch);
        network.train(wasTraining);
        float[][] sentences = Rows(output.Sentences);
        float[][] starts = Rows(output.Starts);
        float[][] ends = Rows(output.Ends);
        return [.. sentences.Select((row, i) => new WindowReading(row, starts[i], ends[i]))];
    }

    private static float[][] Rows(torch.Tensor matrix) =>
        [.. matrix.contiguous().data<float>().ToArray().Chunk((int)matrix.shape[1])];
}
