using System.Text;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>
/// Writes a tiny ONNX model, byte by byte in its Protocol Buffers form: it looks each token up in a table. With pooling
/// inside, it gives the mean over all tokens, too.
/// </summary>
internal static class OnnxModelFile
{
    private const int Float = 1;
    private const int Int64 = 7;

    /// <param name="table">A row a token.</param>
    /// <param name="isPooled">True for one vector a text (Gather, ReduceMean), false for one a token (Gather).</param>
    public static byte[] Create(float[][] table, bool isPooled = false, string input = "input_ids")
    {
        byte[] gather = Node("Gather", ["table", input], "tokens");
        byte[] mean = Node("ReduceMean", ["tokens"], "text", Ints("axes", 1), Int("keepdims", 0));
        byte[][] parts =
        [
            Bytes(1, gather),
            isPooled ? Bytes(1, mean) : [],
            Text(2, "tiny"),
            Bytes(5, Table(table)),
            Bytes(11, Value(input, Int64, "N", "S")),
            isPooled ? Bytes(12, Value("text", Float, "N", "D")) : Bytes(12, Value("tokens", Float, "N", "S", "D")),
        ];
        byte[] opset = [.. Text(1, ""), .. Number(2, 13)];
        return [.. Number(1, 7), .. Bytes(7, [.. parts.SelectMany(p => p)]), .. Bytes(8, opset)];
    }

    private static byte[] Node(string type, string[] inputs, string output, params byte[][] attributes) =>
        [
            .. inputs.SelectMany(i => Text(1, i)),
            .. Text(2, output),
            .. Text(4, type),
            .. attributes.SelectMany(a => Bytes(5, a)),
        ];

    private static byte[] Int(string name, long value) => [.. Text(1, name), .. Number(3, value), .. Number(20, 2)];

    private static byte[] Ints(string name, long value) => [.. Text(1, name), .. Number(8, value), .. Number(20, 7)];

    private static byte[] Table(float[][] rows) =>
        [
            .. Number(1, rows.Length),
            .. Number(1, rows[0].Length),
            .. Number(2, Float),
            .. Text(8, "table"),
            .. Bytes(9, [.. rows.SelectMany(r => r).SelectMany(BitConverter.GetBytes)]),
        ];

    private static byte[] Value(string name, int type, params string[] dimensions)
    {
        byte[] shape = [.. dimensions.SelectMany(d => Bytes(1, Text(2, d)))];
        return [.. Text(1, name), .. Bytes(2, Bytes(1, [.. Number(1, type), .. Bytes(2, shape)]))];
    }

    private static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(int field, byte[] bytes) =>
        [.. Varint((field << 3) | 2), .. Varint(bytes.Length), .. bytes];

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(long value)
    {
        for (; value > 127; value >>= 7)
        {
            yield return (byte)(value | 128);
        }

        yield return (byte)value;
    }
}
