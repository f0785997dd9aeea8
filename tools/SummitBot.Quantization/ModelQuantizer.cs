using Google.Protobuf.Collections;
using Onnx;

namespace SummitBot.Quantization;

/// <summary>
/// Quantizes a transformer: its weights become 8-bit integers with a scale in place of 32-bit numbers, so that the model
/// takes a quarter of the space and its products a third of the time. What is multiplied with them is quantized at every
/// product anew (dynamic quantization, <see href="https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html"/>).
/// </summary>
internal sealed class ModelQuantizer
{
    /// <summary>
    /// Weights run from -63 to 63. With all 8 bits the products of processors without VNNI overflow, see "reduce_range" on
    /// the page above; the vectors are as near to the original's either way.
    /// </summary>
    private const int LargestWeight = 63;

    private const int LargestTableEntry = 127;

    /// <summary>Tables with fewer numbers, such as those of positions, stay as they are: there is nothing to be saved.</summary>
    private const int SmallestTable = 1 << 20;

    private readonly GraphProto _graph;
    private readonly Dictionary<string, TensorProto> _constants;
    private readonly HashSet<string> _quantizedInputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);
    private readonly List<TensorProto> _added = [];

    private ModelQuantizer(GraphProto graph)
    {
        _graph = graph;
        _constants = graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>
    /// Replaces each product with constant weights, scaled by column, and each large table that is looked up in, scaled as a
    /// whole. Everything else, and the model's inputs and outputs, stay.
    /// </summary>
    /// <param name="model">Of operator set 10 or later, since <c>MatMulInteger</c> came with it.</param>
    public static void Quantize(ModelProto model) => new ModelQuantizer(model.Graph).Quantize();

    private void Quantize()
    {
        SetAll(_graph.Node, _graph.Node.SelectMany(Replacement));
        SetAll(
            _graph.Initializer,
            [.. _graph.Initializer.Where(tensor => !_replaced.Contains(tensor.Name)), .. _added]
        );
    }

    private IEnumerable<NodeProto> Replacement(NodeProto node) =>
        node.OpType switch
        {
            "MatMul" when Matrix(node.Input[1]) is { } weights => Product(node, weights),
            "Gather" when Matrix(node.Input[0]) is { } table && Tensors.Count(table) >= SmallestTable => Lookup(
                node,
                table
            ),
            _ => [node],
        };

    private TensorProto? Matrix(string name) =>
        _constants.TryGetValue(name, out TensorProto? tensor) && Tensors.IsFloatMatrix(tensor) ? tensor : null;

    private IEnumerable<NodeProto> Product(NodeProto node, TensorProto weights)
    {
        (string input, string output) = (node.Input[0], node.Output[0]);
        if (_replaced.Add(weights.Name))
        {
            (TensorProto numbers, TensorProto scales, TensorProto zeros) = Tensors.QuantizePerColumn(
                weights,
                LargestWeight
            );
            _added.AddRange([numbers, scales, zeros]);
        }

        if (_quantizedInputs.Add(input))
        {
            yield return Nodes.Create(
                "DynamicQuantizeLinear",
                [input],
                QuantizedNames.Quantized(input),
                QuantizedNames.Scale(input),
                QuantizedNames.ZeroPoint(input)
            );
        }

        yield return Nodes.Create(
            "MatMulInteger",
            [
                QuantizedNames.Quantized(input),
                QuantizedNames.Quantized(weights.Name),
                QuantizedNames.ZeroPoint(input),
                QuantizedNames.ZeroPoint(weights.Name),
            ],
            QuantizedNames.Product(output)
        );
        yield return Nodes.ToFloat(QuantizedNames.Product(output), QuantizedNames.UnscaledProduct(output));
        yield return Nodes.Create(
            "Mul",
            [QuantizedNames.Scale(input), QuantizedNames.Scale(weights.Name)],
            QuantizedNames.ProductScale(output)
        );
        yield return Nodes.Create(
            "Mul",
            [QuantizedNames.UnscaledProduct(output), QuantizedNames.ProductScale(output)],
            output
        );
    }

    private IEnumerable<NodeProto> Lookup(NodeProto node, TensorProto table)
    {
        string output = node.Output[0];
        if (_replaced.Add(table.Name))
        {
            (TensorProto numbers, TensorProto scale) = Tensors.QuantizePerTensor(table, LargestTableEntry);
            _added.AddRange([numbers, scale]);
        }

        NodeProto lookup = node.Clone();
        lookup.Input[0] = QuantizedNames.Quantized(table.Name);
        lookup.Output[0] = QuantizedNames.Product(output);
        yield return lookup;
        yield return Nodes.ToFloat(QuantizedNames.Product(output), QuantizedNames.UnscaledProduct(output));
        yield return Nodes.Create(
            "Mul",
            [QuantizedNames.UnscaledProduct(output), QuantizedNames.Scale(table.Name)],
            output
        );
    }

    private static void SetAll<T>(RepeatedField<T> field, IEnumerable<T> values)
    {
        T[] all = [.. values];
        field.Clear();
        field.AddRange(all);
    }
}
