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

    /// <exception cref="InvalidModelException">The file is no ONNX model.</exception>
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

    /// <summary>The numbers row by row; those of a quantized matrix are its whole numbers times their columns' scales.</summary>
    /// <param name="count">How many there must be.</param>
    /// <exception cref="InvalidModelException">There is no such constant, or it has another size.</exception>
    public float[] ReadFloats(string name, long count)
    {
        float[] numbers = _constants.TryGetValue(name, out TensorProto? constant)
            ? Numbers(constant)
            : Dequantize(Find(QuantizedNames.Quantized(name)), Numbers(Find(QuantizedNames.Scale(name))));
        return numbers.Length == count
            ? numbers
            : throw new InvalidModelException($"The model's {name} has {numbers.Length} numbers in place of {count}.");
    }

    private TensorProto Find(string name) =>
        _constants.GetValueOrDefault(name)
        ?? throw new InvalidModelException($"The model has no {name}: it is no reader that this tool exported.");

    private static float[] Dequantize(TensorProto matrix, float[] scales)
    {
        ReadOnlySpan<sbyte> whole = MemoryMarshal.Cast<byte, sbyte>(matrix.RawData.Span);
        float[] numbers = new float[whole.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = whole[i] * scales[i % scales.Length];
        }

        return numbers;
    }

    /// <summary>They stand either one by one or as bytes, lowest first.</summary>
    public static float[] Numbers(TensorProto constant) =>
        constant.FloatData.Count > 0
            ? [.. constant.FloatData]
            : MemoryMarshal.Cast<byte, float>(constant.RawData.Span).ToArray();
}
