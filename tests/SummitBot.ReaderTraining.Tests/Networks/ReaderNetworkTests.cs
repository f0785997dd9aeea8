using Google.Protobuf;
using Onnx;
using SummitBot.Quantization;
using SummitBot.ReaderTraining.Evaluation;
using SummitBot.ReaderTraining.Export;
using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Windows;
using TorchSharp;

namespace SummitBot.ReaderTraining.Tests.Networks;

[Collection(NativeLibrary.Collection)]
public sealed class ReaderNetworkTests
{
    private readonly BaseModelFixture _fixture;
    private readonly WindowEncoder _encoder;

    public ReaderNetworkTests(BaseModelFixture fixture)
    {
        NativeLibrary.SkipTestIfMissing();
        _fixture = fixture;
        _encoder = fixture.CreateEncoder();
    }

    [Fact]
    public void Encode_GivesTheBaseModelsVectors() =>
        Assert.InRange(BaseModelCheck.Run(_fixture.BaseModel, Windows(), _encoder.Tokenizer.Padding), 0, 1e-4);

    [Fact]
    public void Read_GivesNoChanceToSentencesThatAWindowDoesNotHave()
    {
        using ReaderNetwork network = CreateNetwork();

        IReadOnlyList<WindowReading> readings = new NetworkReader(network).Read(Batch());

        Assert.NotEqual(Shape.Impossible, readings[0].Sentences[3]);
        Assert.Equal(Shape.Impossible, readings[1].Sentences[3]);
    }

    [Fact]
    public void Exported_SaysTheSameAsTheNetwork()
    {
        using ReaderNetwork network = CreateNetwork();
        using var exported = new OnnxReader(ReaderGraph.Create(_fixture.BaseModel, network).ToByteArray());

        double difference = ExportCheck.ComputeMaxDifference(new NetworkReader(network), exported, Batch());

        Assert.InRange(difference, 0, 1e-4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Quantized_SaysNearlyTheSame(bool isBalanced)
    {
        using ReaderNetwork network = CreateNetwork();
        ModelProto model = ReaderGraph.Create(_fixture.BaseModel, network);
        Quantize(model, isBalanced);
        using var quantized = new OnnxReader(model.ToByteArray());

        double difference = ExportCheck.ComputeMaxDifference(new NetworkReader(network), quantized, Batch());

        Assert.InRange(difference, 0, 0.2);
    }

    [Theory]
    [InlineData(false, false, 1e-5)]
    [InlineData(true, false, 0.2)]
    [InlineData(true, true, 0.2)]
    public void TakeWeights_MakesTheNetworkThatWasExported(bool isQuantized, bool isBalanced, double largest)
    {
        using ReaderNetwork network = CreateNetwork();
        ModelProto model = ReaderGraph.Create(_fixture.BaseModel, network);
        if (isQuantized)
        {
            Quantize(model, isBalanced);
        }

        using ReaderNetwork other = CreateNetwork(seed: 2);
        other.TakeWeights(_fixture.BaseModel, new ModelConstants(model.Graph));

        using var exported = new OnnxReader(ReaderGraph.Create(_fixture.BaseModel, other).ToByteArray());
        Assert.InRange(ExportCheck.ComputeMaxDifference(new NetworkReader(network), exported, Batch()), 0, largest);
    }

    [Fact]
    public void TakeWeights_OfAnotherModel_NamesWhatItLacks()
    {
        using ReaderNetwork network = CreateNetwork();

        InvalidModelException failure = Assert.Throws<InvalidModelException>(() =>
            network.TakeWeights(_fixture.BaseModel, new ModelConstants(_fixture.BaseModel.Model.Graph))
        );

        Assert.Contains("head.pool.weight", failure.Message, StringComparison.Ordinal);
    }

    private void Quantize(ModelProto model, bool isBalanced) =>
        ModelQuantizer.Quantize(
            model,
            isBalanced ? InputColumns.Measure(model, Windows(), _encoder.Tokenizer.Padding) : null
        );

    private ReaderNetwork CreateNetwork(int seed = 1)
    {
        torch.random.manual_seed(seed);
        return new ReaderNetwork(_fixture.BaseModel, torch.ScalarType.Float32, dropout: 0);
    }

    private ReaderBatch Batch() => ReaderBatch.Create(Windows(), _encoder.Tokenizer.Padding);

    private ReaderWindow[] Windows() =>
        [
            .. BaseModelFixture.Passages.SelectMany(passage =>
                _encoder.Encode("Who kept the light?", passage.Title, passage.Sentences)
            ),
        ];
}
