using Onnx;

namespace SummitBot.Quantization;

/// <summary>Nodes of a graph.</summary>
internal static class Nodes
{
    public static NodeProto Create(string operation, IEnumerable<string> inputs, params IEnumerable<string> outputs)
    {
        var node = new NodeProto { OpType = operation };
        node.Input.AddRange(inputs);
        node.Output.AddRange(outputs);
        node.Name = $"{node.Output[0]}/{operation}";
        return node;
    }

    public static NodeProto ToFloat(string input, string output)
    {
        NodeProto cast = Create("Cast", [input], output);
        cast.Attribute.Add(
            new AttributeProto
            {
                Name = "to",
                Type = AttributeProto.Types.AttributeType.Int,
                I = (int)TensorProto.Types.DataType.Float,
            }
        );
        return cast;
    }
}
