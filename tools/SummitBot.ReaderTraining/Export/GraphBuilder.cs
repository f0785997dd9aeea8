using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using static Onnx.AttributeProto.Types;
using static Onnx.TensorProto.Types;

namespace SummitBot.ReaderTraining.Export;

/// <summary>Appends nodes and constants to an ONNX graph, of operator set 11.</summary>
internal sealed class GraphBuilder(GraphProto graph)
{
    private int _names;

    /// <summary>Appends a node.</summary>
    /// <returns>The name of its result.</returns>
    public string Add(string operation, params ReadOnlySpan<string> inputs) => Add(operation, [], inputs);

    public string Add(string operation, IEnumerable<AttributeProto> attributes, params ReadOnlySpan<string> inputs)
    {
        string result = $"head/{operation}_{_names++}";
        AddNode(operation, attributes, result, inputs);
        return result;
    }

    /// <summary>Appends a node whose result is an output of the model.</summary>
    /// <param name="dimensions">Their names; their sizes are free.</param>
    public void AddOutput(
        string name,
        IEnumerable<string> dimensions,
        string operation,
        IEnumerable<AttributeProto> attributes,
        params ReadOnlySpan<string> inputs
    )
    {
        AddNode(operation, attributes, name, inputs);
        graph.Output.Add(Describe(name, DataType.Float, dimensions));
    }

    /// <param name="dimensions">Their names; their sizes are free.</param>
    public void AddInput(string name, params IEnumerable<string> dimensions) =>
        graph.Input.Add(Describe(name, DataType.Int64, dimensions));

    public string AddConstant(string name, ReadOnlySpan<float> numbers, params IEnumerable<long> dimensions) =>
        AddConstant(name, DataType.Float, MemoryMarshal.AsBytes(numbers), dimensions);

    public string AddConstant(string name, ReadOnlySpan<long> numbers, params IEnumerable<long> dimensions) =>
        AddConstant(name, DataType.Int64, MemoryMarshal.AsBytes(numbers), dimensions);

    public static AttributeProto Number(string name, long value) =>
        new()
        {
            Name = name,
            Type = AttributeType.Int,
            I = value,
        };

    public static AttributeProto Numbers(string name, params IEnumerable<long> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Ints };
        attribute.Ints.AddRange(values);
        return attribute;
    }

    private void AddNode(
        string operation,
        IEnumerable<AttributeProto> attributes,
        string result,
        ReadOnlySpan<string> inputs
    )
    {
        var node = new NodeProto { OpType = operation, Name = result };
        node.Input.AddRange(inputs.ToArray());
        node.Output.Add(result);
        node.Attribute.AddRange(attributes);
        graph.Node.Add(node);
    }

    private string AddConstant(string name, DataType type, ReadOnlySpan<byte> bytes, IEnumerable<long> dimensions)
    {
        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)type,
            RawData = ByteString.CopyFrom(bytes),
        };
        tensor.Dims.AddRange(dimensions);
        graph.Initializer.Add(tensor);
        return name;
    }

    private static ValueInfoProto Describe(string name, DataType type, IEnumerable<string> dimensions)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(
            dimensions.Select(dimension => new TensorShapeProto.Types.Dimension { DimParam = dimension })
        );
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto
            {
                TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape },
            },
        };
    }
}
