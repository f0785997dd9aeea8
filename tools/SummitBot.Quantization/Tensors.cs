using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using static Onnx.TensorProto.Types;

namespace SummitBot.Quantization;

/// <summary>Reads constant floating-point tensors, and creates integer tensors with scales from them.</summary>
internal static class Tensors
{
    public static bool IsFloatMatrix(TensorProto tensor) =>
        tensor.DataType == (int)DataType.Float && tensor.Dims.Count == 2;

    public static long Count(TensorProto tensor) => tensor.Dims.Aggregate(1L, (product, dim) => product * dim);

    /// <summary>Each column has its own scale, which maps its largest number to the largest integer.</summary>
    /// <param name="matrix">Rows times columns, row by row.</param>
    public static (TensorProto Numbers, TensorProto Scales, TensorProto Zeros) QuantizePerColumn(
        TensorProto matrix,
        int largest
    )
    {
        float[] numbers = ReadNumbers(matrix);
        int columns = (int)matrix.Dims[1];
        float[] scales = new float[columns];
        for (int row = 0; row < numbers.Length; row += columns)
        {
            for (int column = 0; column < columns; column++)
            {
                scales[column] = Math.Max(scales[column], Math.Abs(numbers[row + column]) / largest);
            }
        }

        sbyte[] whole = new sbyte[numbers.Length];
        for (int i = 0; i < whole.Length; i++)
        {
            whole[i] = Quantize(numbers[i], scales[i % columns]);
        }

        return (
            Create(QuantizedNames.Quantized(matrix.Name), DataType.Int8, whole, matrix.Dims),
            Create(QuantizedNames.Scale(matrix.Name), DataType.Float, scales, columns),
            Create(QuantizedNames.ZeroPoint(matrix.Name), DataType.Int8, new sbyte[columns], columns)
        );
    }

    /// <summary>One scale, which maps the largest number to the largest integer.</summary>
    public static (TensorProto Numbers, TensorProto Scale) QuantizePerTensor(TensorProto table, int largest)
    {
        float[] numbers = ReadNumbers(table);
        float scale = Math.Abs(TensorPrimitives.MaxMagnitude<float>(numbers)) / largest;
        return (
            Create(
                QuantizedNames.Quantized(table.Name),
                DataType.Int8,
                Array.ConvertAll(numbers, number => Quantize(number, scale)),
                table.Dims
            ),
            Create(QuantizedNames.Scale(table.Name), DataType.Float, [scale])
        );
    }

    /// <summary>For each row of a matrix, its largest magnitude.</summary>
    public static float[] RowMagnitudes(TensorProto matrix) =>
        [
            .. ReadNumbers(matrix)
                .Chunk((int)matrix.Dims[1])
                .Select(row => Math.Abs(TensorPrimitives.MaxMagnitude<float>(row))),
        ];

    /// <summary>The matrix with each row divided by its divisor.</summary>
    public static TensorProto DivideRows(TensorProto matrix, float[] divisors)
    {
        int columns = (int)matrix.Dims[1];
        float[] numbers = [.. ReadNumbers(matrix).Select((number, i) => number / divisors[i / columns])];
        return Create(matrix.Name, DataType.Float, numbers, matrix.Dims);
    }

    public static TensorProto CreateFloats(string name, float[] numbers) =>
        Create(name, DataType.Float, numbers, numbers.Length);

    /// <summary>Numbers are stored either as bytes, lowest first, or one by one.</summary>
    private static float[] ReadNumbers(TensorProto tensor) =>
        tensor.FloatData.Count > 0
            ? [.. tensor.FloatData]
            : MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();

    private static sbyte Quantize(float number, float scale) =>
        scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(number / scale);

    private static TensorProto Create<T>(string name, DataType type, T[] numbers, params IEnumerable<long> dims)
        where T : struct
    {
        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)type,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(numbers.AsSpan())),
        };
        tensor.Dims.AddRange(dims);
        return tensor;
    }
}
