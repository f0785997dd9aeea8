using Onnx;
using SummitBot.ReaderTraining.Networks;
using TorchSharp;
using TorchSharp.Modules;

namespace SummitBot.ReaderTraining.Export;

/// <summary>
/// Creates an ONNX model from a trained reader: the base model's graph with the trained weights, followed by the heads.
/// In addition to the base model's inputs it has the number of each token's sentence.
/// </summary>
internal static class ReaderGraph
{
    public const string SentenceLogits = "sentence_logits";
    public const string StartLogits = "start_logits";
    public const string EndLogits = "end_logits";

    private const string Batch = "batch_size";
    private const string Sequence = "sequence_length";

    public static ModelProto Create(BaseModel baseModel, ReaderNetwork network)
    {
        ModelProto model = baseModel.Model.Clone();
        foreach (TensorProto constant in model.Graph.Initializer)
        {
            bool isMatrix = baseModel.WeightNames.TryGetValue(constant.Name, out string? name);
            SetNumbers(constant, network.Weights[name ?? constant.Name], isMatrix);
        }

        string hidden = model.Graph.Output[0].Name;
        model.Graph.Output.Clear();
        AddHeads(new GraphBuilder(model.Graph), network, hidden);
        return model;
    }

    private static void SetNumbers(TensorProto constant, Parameter weight, bool isMatrix)
    {
        float[] numbers = Numbers(weight, isTurned: isMatrix);
        constant.FloatData.Clear();
        constant.RawData = Google.Protobuf.ByteString.CopyFrom(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan())
        );
    }

    /// <summary>
    /// PyTorch stores a layer's weights with rows for outputs; ONNX's products expect rows for inputs.
    /// </summary>
    private static float[] Numbers(Parameter weight, bool isTurned)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable noGradients = torch.no_grad();
        return (isTurned ? weight.t() : weight).contiguous().data<float>().ToArray();
    }

    private static void AddHeads(GraphBuilder builder, ReaderNetwork network, string hidden)
    {
        builder.AddInput(OnnxInputs.SentenceNumbers, Batch, Sequence);
        string impossible = builder.AddConstant("head.impossible", [Shape.Impossible]);
        string none = NoneLogit(builder, network, hidden);
        string sentences = SentencesOf(builder, network, hidden, impossible);
        builder.AddOutput(
            SentenceLogits,
            [Batch, "sentences_and_none"],
            "Concat",
            [GraphBuilder.Number("axis", 1)],
            none,
            sentences
        );

        string zero = builder.AddConstant("head.zero", [0L]);
        string isSentence = builder.Add("Greater", OnnxInputs.SentenceNumbers, zero);
        AddAnswerEnd(StartLogits, "head.start");
        AddAnswerEnd(EndLogits, "head.end");

        void AddAnswerEnd(string output, string layer)
        {
            string logits = builder.Add(
                "Squeeze",
                [GraphBuilder.Numbers("axes", 2)],
                Linear(builder, network, hidden, layer)
            );
            builder.AddOutput(output, [Batch, Sequence], "Where", [], isSentence, logits, impossible);
        }
    }

    private static string NoneLogit(GraphBuilder builder, ReaderNetwork network, string hidden)
    {
        string first = builder.AddConstant("head.first", [0L]);
        string start = builder.Add("Gather", [GraphBuilder.Number("axis", 1)], hidden, first);
        string dense = builder.Add("Tanh", Linear(builder, network, start, "head.none.dense"));
        return Linear(builder, network, dense, "head.none.output");
    }

    /// <summary>A sentence's vector is a weighted mean of its tokens'; the weights come from the pooling layer.</summary>
    private static string SentencesOf(GraphBuilder builder, ReaderNetwork network, string hidden, string impossible)
    {
        string isInSentence = Membership(builder);
        string weights = builder.Add(
            "Transpose",
            [GraphBuilder.Numbers("perm", 0, 2, 1)],
            Linear(builder, network, hidden, "head.pool", hasBias: false)
        );
        string attention = builder.Add(
            "Softmax",
            [GraphBuilder.Number("axis", 2)],
            builder.Add("Where", isInSentence, weights, impossible)
        );
        string vectors = builder.Add("MatMul", attention, hidden);
        string dense = builder.Add("Tanh", Linear(builder, network, vectors, "head.sentence.dense"));
        string logits = builder.Add(
            "Squeeze",
            [GraphBuilder.Numbers("axes", 2)],
            Linear(builder, network, dense, "head.sentence.output")
        );
        string isThere = builder.Add(
            "ReduceMax",
            [GraphBuilder.Numbers("axes", 2), GraphBuilder.Number("keepdims", 0)],
            builder.Add("Cast", [GraphBuilder.Number("to", (long)TensorProto.Types.DataType.Float)], isInSentence)
        );
        string isThereAsBool = builder.Add(
            "Cast",
            [GraphBuilder.Number("to", (long)TensorProto.Types.DataType.Bool)],
            isThere
        );
        return builder.Add("Where", isThereAsBool, logits, impossible);
    }

    /// <summary>Windows times sentences times tokens: whether the token belongs to the sentence.</summary>
    private static string Membership(GraphBuilder builder)
    {
        string one = builder.AddConstant("head.one", [1L]);
        string last = builder.Add("ReduceMax", [GraphBuilder.Number("keepdims", 0)], OnnxInputs.SentenceNumbers);
        string numbers = builder.Add("Range", one, builder.Add("Add", last, one), one);
        return builder.Add(
            "Equal",
            builder.Add("Unsqueeze", [GraphBuilder.Numbers("axes", 1)], OnnxInputs.SentenceNumbers),
            builder.Add("Unsqueeze", [GraphBuilder.Numbers("axes", 0, 2)], numbers)
        );
    }

    private static string Linear(
        GraphBuilder builder,
        ReaderNetwork network,
        string input,
        string layer,
        bool hasBias = true
    )
    {
        Parameter weight = network.Weights[layer + ".weight"];
        string product = builder.Add(
            "MatMul",
            input,
            builder.AddConstant(layer + ".weight", Numbers(weight, isTurned: true), weight.shape[1], weight.shape[0])
        );
        if (!hasBias)
        {
            return product;
        }

        Parameter bias = network.Weights[layer + ".bias"];
        return builder.Add(
            "Add",
            product,
            builder.AddConstant(layer + ".bias", Numbers(bias, isTurned: false), bias.shape[0])
        );
    }
}
