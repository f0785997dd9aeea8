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

    /// <summary>How far columns are balanced: 0 leaves all the differences to the input, 1 to the weights.</summary>
    private const double Balancing = 0.7;

    /// <summary>Columns that were smaller on the samples count as this share of the largest one.</summary>
    private const float MinColumn = 0.05f;

    /// <summary>Instead of 0, which nothing can be divided by.</summary>
    private const float Tiny = 1e-4f;

    private readonly GraphProto _graph;
    private readonly IReadOnlyDictionary<string, float[]> _columns;
    private readonly Dictionary<string, float[]> _balances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorProto> _constants;
    private readonly HashSet<string> _quantizedInputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);
    private readonly List<TensorProto> _added = [];

    private ModelQuantizer(GraphProto graph, IReadOnlyDictionary<string, float[]> columns)
    {
        (_graph, _columns) = (graph, columns);
        _constants = graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>
    /// Replaces each product with constant weights, scaled by column, and each large lookup table, with one scale.
    /// Everything else, including the model's inputs and outputs, is unchanged.
    /// </summary>
    /// <param name="model">Of operator set 10 or later, since <c>MatMulInteger</c> came with it.</param>
    /// <param name="columns">
    /// For inputs of products, by name, the largest magnitude in each column, measured on sample texts. Their columns
    /// are balanced: a few are many times larger than the others, which one scale for all would round away. What an
    /// input's column is divided by, the weights' row is multiplied with (<see href="https://arxiv.org/abs/2211.10438"/>).
    /// </param>
    public static void Quantize(ModelProto model, IReadOnlyDictionary<string, float[]>? columns = null) =>
        new ModelQuantizer(model.Graph, columns ?? new Dictionary<string, float[]>(StringComparer.Ordinal)).Quantize();

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
        if (_columns.TryGetValue(input, out float[]? columns))
        {
            if (!_balances.TryGetValue(input, out float[]? balance))
            {
                balance = ComputeBalance(input, columns);
                yield return Balance(input, balance);
            }

            weights = Tensors.DivideRows(weights, balance);
            input = QuantizedNames.Balanced(input);
        }

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

    private NodeProto Balance(string input, float[] balance)
    {
        _balances.Add(input, balance);
        _added.Add(Tensors.CreateFloats(QuantizedNames.Balance(input), balance));
        return Nodes.Create("Mul", [input, QuantizedNames.Balance(input)], QuantizedNames.Balanced(input));
    }

    /// <summary>The factors for an input's columns, from their size and that of the rows of all weights it is multiplied with.</summary>
    private float[] ComputeBalance(string input, float[] columns)
    {
        float[] rows = new float[columns.Length];
        foreach (NodeProto product in _graph.Node.Where(n => n.OpType == "MatMul" && n.Input[0] == input))
        {
            if (Matrix(product.Input[1]) is { } weights)
            {
                rows = [.. rows.Zip(Tensors.RowMagnitudes(weights), Math.Max)];
            }
        }

        float least = Math.Max(columns.Max() * MinColumn, Tiny);
        return
        [
            .. columns.Zip(
                rows,
                (column, row) =>
                    (float)(Math.Pow(Math.Max(row, Tiny), 1 - Balancing) / Math.Pow(Math.Max(column, least), Balancing))
            ),
        ];
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
