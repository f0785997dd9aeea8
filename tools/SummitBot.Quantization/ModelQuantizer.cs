using Google.Protobuf.Collections;
using Onnx;

namespace SummitBot.Quantization;

/// <summary>
/// Quantizes a transformer: 8-bit integers with a scale replace its 32-bit weights, so that the model takes a quarter
/// of the space and its products a third of the time. The other factor of each product is quantized at run time
/// (dynamic quantization, <see href="https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html"/>).
/// </summary>
internal sealed class ModelQuantizer
{
    /// <summary>
    /// Weights run from -63 to 63. With all 8 bits the products of processors without VNNI overflow, see "reduce_range"
    /// on the page above; the vectors are equally close to the original's either way.
    /// </summary>
    private const int MaxWeight = 63;

    private const int MaxTableEntry = 127;

    /// <summary>
    /// Smaller tables, such as those of positions, are not quantized, because that would save nothing.
    /// </summary>
    private const int MinTableSize = 1 << 20;

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
    /// Replaces each product with constant weights, scaled by column, and each large lookup table, with one scale.
    /// Everything else, including the model's inputs and outputs, is unchanged.
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
            "Gather" when Matrix(node.Input[0]) is { } table && Tensors.Count(table) >= MinTableSize => Lookup(
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
                MaxWeight
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
            (TensorProto numbers, TensorProto scale) = Tensors.QuantizePerTensor(table, MaxTableEntry);
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
