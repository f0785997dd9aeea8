using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using SummitBot.ReaderTraining.Windows;
using TorchSharp;

namespace SummitBot.ReaderTraining.Networks;

/// <summary>Compares the network's layers with the base model that they were loaded from.</summary>
internal static class BaseModelCheck
{
    private const double MaxDifference = 1e-3;

    /// <summary>The largest difference between the outputs of both for the windows.</summary>
    /// <exception cref="InvalidModelException">They differ by more than rounding errors.</exception>
    public static double Run(BaseModel baseModel, IReadOnlyList<ReaderWindow> windows, int padding)
    {
        var batch = ReaderBatch.Create(windows, padding);
        float[] network = Encode(baseModel, batch);
        float[] expected = RunBaseModel(baseModel, batch);
        double difference = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            // Values at padding are never used.
            bool isRead = batch.Attention[i / Shape.Width] == 1;
            difference = isRead ? Math.Max(difference, Math.Abs(network[i] - expected[i])) : difference;
        }

        return difference <= MaxDifference
            ? difference
            : throw new InvalidModelException(
                $"The network gives other vectors than the base model (by up to {difference}): it is no BERT of this kind."
            );
    }

    private static float[] Encode(BaseModel baseModel, ReaderBatch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable noGradients = torch.no_grad();
        using var network = new ReaderNetwork(baseModel, torch.ScalarType.Float32, dropout: 0);
        network.eval();
        return network.Encode(batch).contiguous().data<float>().ToArray();
    }

    private static float[] RunBaseModel(BaseModel baseModel, ReaderBatch batch)
    {
        using var session = new InferenceSession(baseModel.Model.ToByteArray());
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run(
            OnnxInputs.Create(batch, session.InputMetadata.Keys)
        );
        return [.. results[0].AsEnumerable<float>()];
    }
}
