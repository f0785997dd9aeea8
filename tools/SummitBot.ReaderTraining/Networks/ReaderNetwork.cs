using Onnx;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Functional = TorchSharp.torch.nn.functional;

namespace SummitBot.ReaderTraining.Networks;

/// <summary>
/// BERT with three heads: whether each sentence answers, whether none does, and where the short answer stands. Parameters have
/// the names of Hugging Face's BERT, with <c>head.</c> before those of the heads.
/// </summary>
internal sealed class ReaderNetwork : nn.Module
{
    private const string WordEmbeddings = "embeddings.word_embeddings.weight";

    /// <summary>The spread of BERT's weights before training.</summary>
    private const double NewWeightSpread = 0.02;

    private readonly Dictionary<string, Parameter> _weights = new(StringComparer.Ordinal);
    private readonly ScalarType _productType;
    private readonly double _dropout;

    /// <param name="productType">The numbers that products are made in; everything else is in 32 bits.</param>
    public ReaderNetwork(BaseModel baseModel, ScalarType productType, double dropout)
        : base(nameof(ReaderNetwork))
    {
        _productType = productType;
        _dropout = dropout;
        foreach (TensorProto constant in baseModel.Model.Graph.Initializer)
        {
            bool isMatrix = baseModel.WeightNames.TryGetValue(constant.Name, out string? name);
            Tensor values = tensor(ModelConstants.Numbers(constant), [.. constant.Dims]);
            Add(name ?? constant.Name, isMatrix ? values.t().contiguous() : values);
        }

        // The words of a few thousand questions are no reason to move some words and leave all others.
        _weights[WordEmbeddings].requires_grad = false;
        AddLayer("head.pool", 1, hasBias: false, spread: 0);
        AddLayer("head.sentence.dense", Shape.Width);
        AddLayer("head.sentence.output", 1);
        AddLayer("head.none.dense", Shape.Width);
        AddLayer("head.none.output", 1);
        AddLayer("head.start", 1);
        AddLayer("head.end", 1);
    }

    public IReadOnlyDictionary<string, Parameter> Weights => _weights;

    public IEnumerable<Parameter> TrainedWeights => _weights.Values.Where(weight => weight.requires_grad);

    /// <summary>Takes over the weights of an exported reader; the fixed word embeddings stay the base model's.</summary>
    /// <exception cref="InvalidModelException">The model lacks a weight of this network.</exception>
    public void TakeWeights(BaseModel baseModel, ModelConstants reader)
    {
        Dictionary<string, string> matrixNames = baseModel.WeightNames.ToDictionary(
            pair => pair.Value,
            pair => pair.Key,
            StringComparer.Ordinal
        );
        using IDisposable noGradients = no_grad();
        foreach ((string name, Parameter weight) in _weights.Where(weight => weight.Value.requires_grad))
        {
            // A product's weights stand in the model with rows for inputs.
            bool isTurned = matrixNames.TryGetValue(name, out string? constant) || IsHeadMatrix(name);
            long[] shape = isTurned ? [weight.shape[1], weight.shape[0]] : weight.shape;
            using Tensor values = tensor(reader.ReadFloats(constant ?? name, weight.numel()), shape);
            weight.copy_(isTurned ? values.t() : values);
        }
    }

    private static bool IsHeadMatrix(string name) =>
        name.StartsWith("head.", StringComparison.Ordinal) && name.EndsWith(".weight", StringComparison.Ordinal);

    /// <summary>The tokens' vectors after the last layer.</summary>
    public Tensor Encode(ReaderBatch batch)
    {
        Tensor hidden = Embed(batch);
        Tensor bias = (batch.ToTensor(batch.Attention).to(ScalarType.Float32) - 1)
            .mul(-(double)Shape.Impossible)
            .view(batch.Windows.Count, 1, 1, batch.Length);
        for (int i = 0; i < Shape.Layers; i++)
        {
            // What the layer needs for its gradients is kept by PyTorch itself; the rest is freed here.
            using DisposeScope scope = NewDisposeScope();
            hidden = Layer(hidden, bias, $"encoder.layer.{i}").MoveToOuterDisposeScope();
        }

        return hidden;
    }

    public ReaderOutput Read(ReaderBatch batch)
    {
        Tensor hidden = Encode(batch);
        Tensor numbers = batch.ToTensor(batch.SentenceNumbers);
        Tensor isOutside = numbers.eq(0);
        return new ReaderOutput(
            cat([NoneLogit(hidden), SentenceLogits(hidden, numbers, batch.Sentences)], dim: 1),
            HeadLinear(hidden, "head.start").squeeze(-1).masked_fill(isOutside, Shape.Impossible),
            HeadLinear(hidden, "head.end").squeeze(-1).masked_fill(isOutside, Shape.Impossible)
        );
    }

    private void Add(string name, Tensor values)
    {
        var weight = new Parameter(values);
        _weights.Add(name, weight);
        register_parameter(name.Replace('.', '/'), weight);
    }

    private void AddLayer(string name, int outputs, bool hasBias = true, double spread = NewWeightSpread)
    {
        Add(name + ".weight", randn(outputs, Shape.Width) * spread);
        if (hasBias)
        {
            Add(name + ".bias", zeros(outputs));
        }
    }

    private Tensor Embed(ReaderBatch batch)
    {
        Tensor words = _weights[WordEmbeddings][batch.ToTensor(batch.Tokens)];
        Tensor positions = _weights["embeddings.position_embeddings.weight"].narrow(0, 0, batch.Length);
        Tensor types = _weights["embeddings.token_type_embeddings.weight"];
        Tensor isSecond = batch.ToTensor(batch.TokenTypes).to(ScalarType.Float32).unsqueeze(-1);
        return Drop(
            Normalize(words + positions + types[0] + (isSecond * (types[1] - types[0])), "embeddings.LayerNorm")
        );
    }

    private Tensor Layer(Tensor hidden, Tensor bias, string layer)
    {
        Tensor attended = Product(Attend(hidden, bias, layer + ".attention.self"), layer + ".attention.output.dense");
        hidden = Normalize(hidden + Drop(attended), layer + ".attention.output.LayerNorm");
        Tensor inner = Functional.gelu(Linear(hidden, layer + ".intermediate.dense"));
        return Normalize(hidden + Drop(Product(inner, layer + ".output.dense")), layer + ".output.LayerNorm");
    }

    private Tensor Attend(Tensor hidden, Tensor bias, string name)
    {
        Tensor narrow = hidden.to(_productType);
        Tensor attended = Functional.scaled_dot_product_attention(
            Split(Linear(narrow, name + ".query")),
            Split(Linear(narrow, name + ".key")),
            Split(Linear(narrow, name + ".value")),
            bias
        );
        return attended.transpose(1, 2).reshape(hidden.shape);
    }

    /// <summary>Windows times heads times tokens times the width of a head.</summary>
    private static Tensor Split(Tensor all) =>
        all.to(ScalarType.Float32).view(all.shape[0], all.shape[1], Shape.Heads, Shape.HeadWidth).transpose(1, 2);

    private Tensor NoneLogit(Tensor hidden) =>
        HeadLinear(HeadLinear(hidden.select(1, 0), "head.none.dense").tanh(), "head.none.output");

    private Tensor SentenceLogits(Tensor hidden, Tensor numbers, int sentences)
    {
        Tensor each = arange(1, sentences + 1, ScalarType.Int64).view(1, sentences, 1);
        Tensor isElsewhere = numbers.unsqueeze(1).ne(each);
        Tensor attention = Functional
            .linear(hidden, _weights["head.pool.weight"])
            .transpose(1, 2)
            .expand(-1, sentences, -1)
            .masked_fill(isElsewhere, Shape.Impossible)
            .softmax(-1);
        Tensor logits = HeadLinear(
                HeadLinear(attention.matmul(hidden), "head.sentence.dense").tanh(),
                "head.sentence.output"
            )
            .squeeze(-1);
        return logits.masked_fill(isElsewhere.all(-1), Shape.Impossible);
    }

    private Tensor Linear(Tensor input, string name) =>
        Functional.linear(
            input.to(_productType),
            _weights[name + ".weight"].to(_productType),
            _weights[name + ".bias"].to(_productType)
        );

    private Tensor Product(Tensor input, string name) => Linear(input, name).to(ScalarType.Float32);

    private Tensor HeadLinear(Tensor input, string name) =>
        Functional.linear(input, _weights[name + ".weight"], _weights[name + ".bias"]);

    private Tensor Normalize(Tensor input, string name) =>
        Functional.layer_norm(
            input,
            [Shape.Width],
            _weights[name + ".weight"],
            _weights[name + ".bias"],
            Shape.NormEpsilon
        );

    /// <summary>Drops the same numbers of all tokens of a window: nearly as good as each token's own, and for nothing.</summary>
    private Tensor Drop(Tensor input) =>
        training && _dropout > 0
            ? input * rand(input.shape[0], 1, Shape.Width).ge(_dropout).to(ScalarType.Float32) / (1 - _dropout)
            : input;
}
