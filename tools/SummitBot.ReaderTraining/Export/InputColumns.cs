using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;
using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining.Export;

/// <summary>How large the numbers are that a model multiplies with its weights.</summary>
internal static class InputColumns
{
    /// <summary>
    /// For each tensor that the model multiplies with constant weights, by name, the largest magnitude in each column.
    /// </summary>
    /// <param name="model">With 32-bit weights; it is not changed.</param>
    /// <param name="windows">The samples, read one by one.</param>
    public static IReadOnlyDictionary<string, float[]> Measure(
        ModelProto model,
        IEnumerable<ReaderWindow> windows,
        int padding
    )
    {
        ModelProto watched = model.Clone();
        var constants = watched.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        string[] inputs =
        [
            .. watched
                .Graph.Node.Where(node => node.OpType == "MatMul" && constants.Contains(node.Input[1]))
                .Select(node => node.Input[0])
                .Distinct(StringComparer.Ordinal),
        ];
        watched.Graph.Output.AddRange(inputs.Select(name => new ValueInfoProto { Name = name }));
        using var session = new InferenceSession(watched.ToByteArray());
        var columns = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (ReaderWindow window in windows)
        {
            var batch = ReaderBatch.Create([window], padding);
            using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> values = session.Run(
                OnnxInputs.Create(batch, session.InputMetadata.Keys),
                inputs
            );
            foreach (DisposableNamedOnnxValue value in values)
            {
                Tensor<float> tensor = value.AsTensor<float>();
                int width = tensor.Dimensions[^1];
                if (!columns.TryGetValue(value.Name, out float[]? largest))
                {
                    columns.Add(value.Name, largest = new float[width]);
                }

                foreach (float[] row in tensor.ToArray().Chunk(width))
                {
                    for (int i = 0; i < width; i++)
                    {
                        largest[i] = Math.Max(largest[i], Math.Abs(row[i]));
                    }
                }
            }
        }

        return columns;
    }
}
