using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SummitBot.ReaderTraining.Export;
using SummitBot.ReaderTraining.Networks;

namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>Reads with an exported model, like the bot.</summary>
internal sealed class OnnxReader(byte[] model) : IReader, IDisposable
{
    private readonly InferenceSession _session = new(model);

    public IReadOnlyList<WindowReading> Read(ReaderBatch batch)
    {
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = _session.Run(
            OnnxInputs.Create(batch, _session.InputMetadata.Keys),
            [ReaderGraph.SentenceLogits, ReaderGraph.StartLogits, ReaderGraph.EndLogits]
        );
        float[][] sentences = Rows(results[0]);
        float[][] starts = Rows(results[1]);
        float[][] ends = Rows(results[2]);
        return [.. sentences.Select((row, i) => new WindowReading(row, starts[i], ends[i]))];
    }

    public void Dispose() => _session.Dispose();

    private static float[][] Rows(DisposableNamedOnnxValue value)
    {
        Tensor<float> matrix = value.AsTensor<float>();
        return [.. matrix.ToArray().Chunk(matrix.Dimensions[1])];
    }
}
