using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;
using SummitBot.Quantization;
using static Onnx.TensorProto.Types;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>
/// A model with a large table, two products with its rows, and a small table; run by the real runtime.
/// </summary>
public sealed class ModelQuantizerTests
{
    private const int Tokens = 4096;
    private const int Width = 512;
    private const int Outputs = 64;

    private readonly Random _random = new(7);

    [Fact]
    public void TheVectors_StayNearlyTheSame_InAQuarterOfTheSpace()
    {
        ModelProto model = Model();
        byte[] original = model.ToByteArray();

        ModelQuantizer.Quantize(model);
        byte[] small = model.ToByteArray();

        Assert.InRange(small.Length, 0, original.Length * 27 / 100);
        Assert.All(
            Run(original).Zip(Run(small)),
            pair => Assert.InRange(TensorPrimitives.CosineSimilarity<float>(pair.First, pair.Second), 0.999f, 1.001f)
        );
    }

    [Fact]
    public void WhatIsUsedTwice_IsScaledOnce()
    {
        ModelProto model = Model();

        ModelQuantizer.Quantize(model);

        string[] operations = [.. model.Graph.Node.Select(n => n.OpType).Order(StringComparer.Ordinal)];
        Assert.Equal(2, operations.Count(o => o == "MatMulInteger"));
        Assert.Single(operations, o => o == "DynamicQuantizeLinear");
        Assert.DoesNotContain("MatMul", operations);
    }

    [Fact]
    public void SmallTables_AndInputsAndOutputs_StayAsTheyAre()
    {
        ModelProto model = Model();

        ModelQuantizer.Quantize(model);

        Assert.Contains(model.Graph.Initializer, t => t is { Name: "positions", DataType: (int)DataType.Float });
        Assert.DoesNotContain(model.Graph.Initializer, t => t.Name == "table");
        Assert.Equal("ids", Assert.Single(model.Graph.Input).Name);
        Assert.Equal("vectors", Assert.Single(model.Graph.Output).Name);
    }

    [Fact]
    public void AColumnOfZeros_HasAScaleOfZero_AndNoOtherHas()
    {
        ModelProto model = Model(emptyColumn: 3);

        ModelQuantizer.Quantize(model);

        TensorProto scales = model.Graph.Initializer.Single(t => t.Name == QuantizedNames.Scale("left"));
        float[] numbers = MemoryMarshal.Cast<byte, float>(scales.RawData.Span).ToArray();
        Assert.Equal([3], numbers.Index().Where(n => n.Item == 0).Select(n => n.Index));
        Assert.All(Run(model.ToByteArray()), vector => Assert.All(vector, n => Assert.True(float.IsFinite(n))));
    }

    [Fact]
    public void ALargeColumn_IsBalanced_SoThatTheOthersAreNotRoundedAway()
    {
        const int Large = 5;
        const float Times = 100;
        byte[] original = Model(largeColumn: (Large, Times)).ToByteArray();
        ModelProto plain = ModelProto.Parser.ParseFrom(original);
        ModelProto balanced = ModelProto.Parser.ParseFrom(original);
        float[] columns = [.. Enumerable.Range(0, Width).Select(i => i == Large ? 0.05f * Times : 0.05f)];

        ModelQuantizer.Quantize(plain);
        ModelQuantizer.Quantize(balanced, new Dictionary<string, float[]> { ["found"] = columns });

        Assert.Equal(2, balanced.Graph.Node.Count(n => n.OpType == "MatMulInteger"));
        Assert.Single(balanced.Graph.Node, n => n.OpType == "DynamicQuantizeLinear");
        Assert.InRange(Error(balanced), 0, Error(plain) / 2);

        double Error(ModelProto model) =>
            Run(original)
                .Zip(Run(model.ToByteArray()))
                .Average(pair => TensorPrimitives.Distance<float>(pair.First, pair.Second));
    }

    private ModelProto Model(int? emptyColumn = null, (int Column, float Times)? largeColumn = null)
    {
        var model = new ModelProto { IrVersion = 7 };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = 13 });
        model.Graph = new GraphProto { Name = "tiny" };
        model.Graph.Initializer.AddRange([
            Constant("table", Tokens, Width),
            Constant("left", Width, Outputs, emptyColumn),
            Constant("right", Width, Outputs, emptyColumn),
            Constant("positions", 256, Outputs),
            Sizes(largeColumn),
        ]);
        model.Graph.Node.AddRange([
            Node("Gather", "row", "table", "ids"),
            Node("Mul", "found", "row", "sizes"),
            Node("MatMul", "a", "found", "left"),
            Node("MatMul", "b", "found", "right"),
            Node("Add", "sum", "a", "b"),
            Node("Gather", "place", "positions", "ids"),
            Node("Add", "vectors", "sum", "place"),
        ]);
        model.Graph.Input.Add(Value("ids", DataType.Int64));
        model.Graph.Output.Add(Value("vectors", DataType.Float));
        return model;
    }

    /// <summary>The factors of the columns that the products take: 1, but for a large one.</summary>
    private static TensorProto Sizes((int Column, float Times)? large)
    {
        var sizes = new TensorProto { Name = "sizes", DataType = (int)DataType.Float };
        sizes.Dims.Add(Width);
        sizes.FloatData.AddRange(Enumerable.Range(0, Width).Select(i => i == large?.Column ? large.Value.Times : 1));
        return sizes;
    }

    private TensorProto Constant(string name, int rows, int columns, int? emptyColumn = null)
    {
        float[] numbers =
        [
            .. Enumerable
                .Range(0, rows * columns)
                .Select(i => i % columns == emptyColumn ? 0 : (float)((_random.NextDouble() - 0.5) * 0.1)),
        ];
        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)DataType.Float,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(numbers.AsSpan())),
        };
        tensor.Dims.AddRange([rows, columns]);
        return tensor;
    }

    private static NodeProto Node(string operation, string output, params string[] inputs)
    {
        var node = new NodeProto { OpType = operation };
        node.Input.AddRange(inputs);
        node.Output.Add(output);
        return node;
    }

    private static ValueInfoProto Value(string name, DataType type) =>
        new()
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type } },
        };

    private static float[][] Run(byte[] model)
    {
        using var session = new InferenceSession(model);
        long[] ids = [.. Enumerable.Range(0, 20).Select(i => i * 10L)];
        using var results = session.Run([
            NamedOnnxValue.CreateFromTensor("ids", new DenseTensor<long>(ids, [ids.Length])),
        ]);
        return [.. results[0].AsEnumerable<float>().Chunk(Outputs)];
    }
}
