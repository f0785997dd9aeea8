using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using SummitBot.Quantization;

namespace SummitBot.ReaderTraining.Networks;

/// <summary>The constant numbers of an exported model, with 32 bits or with 8.</summary>
internal sealed class ModelConstants(GraphProto graph)
{
    private readonly Dictionary<string, TensorProto> _constants = graph.Initializer.ToDictionary(
        tensor => tensor.Name,
        StringComparer.Ordinal
    );

    /// <summary>The factors of balanced inputs, by the names of the weights that the inputs are multiplied with.</summary>
    private readonly Dictionary<string, string> _balances = FindBalances(graph);

    /// <exception cref="InvalidModelException">The file is not an ONNX model.</exception>
    public static ModelConstants Load(string file)
    {
        using FileStream stream = File.OpenRead(file);
        try
        {
            return new ModelConstants(ModelProto.Parser.ParseFrom(stream).Graph ?? new GraphProto());
        }
        catch (InvalidProtocolBufferException)
        {
            throw new InvalidModelException($"{file} is no ONNX model.");
        }
    }

    /// <summary>
    /// The numbers row by row; those of a quantized matrix are its integers times their columns' scales, and times the
    /// factors of its input where that is balanced.
    /// </summary>
    /// <param name="count">How many there must be.</param>
    /// <exception cref="InvalidModelException">There is no such constant, or it has another size.</exception>
    public float[] ReadFloats(string name, long count)
    {
        float[] numbers = _constants.TryGetValue(name, out TensorProto? constant)
            ? Numbers(constant)
            : Dequantize(name);
        return numbers.Length == count
            ? numbers
            : throw new InvalidModelException($"The model's {name} has {numbers.Length} numbers in place of {count}.");
    }

    private TensorProto Find(string name) =>
        _constants.GetValueOrDefault(name)
        ?? throw new InvalidModelException($"The model has no {name}: it is no reader that this tool exported.");

    private float[] Dequantize(string name)
    {
        string quantized = QuantizedNames.Quantized(name);
        ReadOnlySpan<sbyte> whole = MemoryMarshal.Cast<byte, sbyte>(Find(quantized).RawData.Span);
        float[] scales = Numbers(Find(QuantizedNames.Scale(name)));
        float[]? balance = _balances.TryGetValue(quantized, out string? factors) ? Numbers(Find(factors)) : null;
        float[] numbers = new float[whole.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = whole[i] * scales[i % scales.Length] * (balance?[i / scales.Length] ?? 1);
        }

        return numbers;
    }

    private static Dictionary<string, string> FindBalances(GraphProto graph)
    {
        Dictionary<string, string> factors = graph
            .Node.Where(node => node.OpType == "Mul" && node.Output[0] == QuantizedNames.Balanced(node.Input[0]))
            .ToDictionary(
                node => QuantizedNames.Quantized(node.Output[0]),
                node => node.Input[1],
                StringComparer.Ordinal
            );
        return graph
            .Node.Where(node => node.OpType == "MatMulInteger" && factors.ContainsKey(node.Input[0]))
            .ToDictionary(node => node.Input[1], node => factors[node.Input[0]], StringComparer.Ordinal);
    }

    /// <summary>Numbers are stored either one by one or as bytes, lowest first.</summary>
    public static float[] Numbers(TensorProto constant) =>
        constant.FloatData.Count > 0
            ? [.. constant.FloatData]
            : MemoryMarshal.Cast<byte, float>(constant.RawData.Span).ToArray();
}
