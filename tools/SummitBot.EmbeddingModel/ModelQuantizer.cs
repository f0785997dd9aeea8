using Google.Protobuf.Collections;
using Onnx;

namespace SummitBot.EmbeddingModel;

/// <summary>
/// Makes the weights of a transformer small: whole numbers of 8 bits with a scale in place of 32-bit numbers, so that the
/// model takes a quarter of the space and its products a third of the time. What goes in is scaled at every product anew
/// ("dynamic quantization", <see href="https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html"/>).
/// </summary>
internal static class ModelQuantizer
{
    /// <summary>
    /// Weights run from -63 to 63. With all 8 bits the products of processors without VNNI overflow, see "reduce_range" on
    /// the page above; the vectors are as near to the original's either way.
    /// </summary>
    private const int LargestWeight = 63;

    private const int LargestTableEntry = 127;

    /// <summary>Tables with fewer numbers, such as those of positions, stay as they are: there is nothing to be saved.</summary>
    private const int SmallestTable = 1 << 20;

    /// <summary>
    /// Replaces each product with constant weights, scaled by column, and each large table that is looked up in, scaled as a
    /// whole. Everything else, and the model's inputs and outputs, stay.
    /// </summary>
    /// <param name="model">Of operator set 10 or later, since <c>MatMulInteger</c> came with it.</param>
    public static void Quantize(ModelProto model)
    {
        GraphProto graph = model.Graph;
        Dictionary<string, TensorProto> constants = graph.Initializer.ToDictionary(
            tensor => tensor.Name,
            StringComparer.Ordinal
        );
        var scaledInputs = new HashSet<string>(StringComparer.Ordinal);
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        var added = new List<TensorProto>();
        NodeProto[] nodes = [.. graph.Node.SelectMany(Replacement)];
        SetAll(graph.Node, nodes);
        SetAll(graph.Initializer, [.. graph.Initializer.Where(tensor => !replaced.Contains(tensor.Name)), .. added]);

        IEnumerable<NodeProto> Replacement(NodeProto node)
        {
            switch (node.OpType)
            {
                case "MatMul" when Matrix(node.Input[1]) is { } weights:
                    return Product(node, weights);
                case "Gather" when Matrix(node.Input[0]) is { } table && Tensors.CountOf(table) >= SmallestTable:
                    return Lookup(node, table);
                default:
                    return [node];
            }
        }

        TensorProto? Matrix(string name) =>
            constants.TryGetValue(name, out TensorProto? tensor) && Tensors.IsFloatMatrix(tensor) ? tensor : null;

        IEnumerable<NodeProto> Product(NodeProto node, TensorProto weights)
        {
            (string input, string output) = (node.Input[0], node.Output[0]);
            if (replaced.Add(weights.Name))
            {
                (TensorProto numbers, TensorProto scales, TensorProto zeros) = Tensors.ByColumn(weights, LargestWeight);
                added.AddRange([numbers, scales, zeros]);
            }

            if (scaledInputs.Add(input))
            {
                yield return Nodes.Of(
                    "DynamicQuantizeLinear",
                    [input],
                    Names.Whole(input),
                    Names.Scale(input),
                    Names.Zero(input)
                );
            }

            yield return Nodes.Of(
                "MatMulInteger",
                [Names.Whole(input), Names.Whole(weights.Name), Names.Zero(input), Names.Zero(weights.Name)],
                Names.Raw(output)
            );
            yield return Nodes.ToFloat(Names.Raw(output), Names.Unscaled(output));
            yield return Nodes.Of("Mul", [Names.Scale(input), Names.Scale(weights.Name)], Names.Factor(output));
            yield return Nodes.Of("Mul", [Names.Unscaled(output), Names.Factor(output)], output);
        }

        IEnumerable<NodeProto> Lookup(NodeProto node, TensorProto table)
        {
            string output = node.Output[0];
            if (replaced.Add(table.Name))
            {
                (TensorProto numbers, TensorProto scale) = Tensors.Whole(table, LargestTableEntry);
                added.AddRange([numbers, scale]);
            }

            NodeProto lookup = node.Clone();
            lookup.Input[0] = Names.Whole(table.Name);
            lookup.Output[0] = Names.Raw(output);
            yield return lookup;
            yield return Nodes.ToFloat(Names.Raw(output), Names.Unscaled(output));
            yield return Nodes.Of("Mul", [Names.Unscaled(output), Names.Scale(table.Name)], output);
        }
    }

    private static void SetAll<T>(RepeatedField<T> field, IEnumerable<T> values)
    {
        T[] all = [.. values];
        field.Clear();
        field.AddRange(all);
    }
}
