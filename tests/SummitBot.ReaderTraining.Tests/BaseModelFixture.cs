using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Tests;
using SummitBot.ReaderTraining.Training;
using SummitBot.ReaderTraining.Windows;

[assembly: AssemblyFixture(typeof(BaseModelFixture))]

namespace SummitBot.ReaderTraining.Tests;

/// <summary>The base model, read once for all tests, and a few questions to train on.</summary>
public sealed class BaseModelFixture
{
    private readonly Lazy<BaseModel> _baseModel = new(BaseModel.Load);

    internal BaseModel BaseModel => _baseModel.Value;

    internal WindowEncoder CreateEncoder(int maxTokens = 128) =>
        new(new ReaderTokenizer(BaseModel.Vocabulary), maxTokens);

    internal static Passage Lighthouse { get; } =
        new(
            "1",
            "coast",
            "The lighthouse",
            [
                "The lighthouse on Skarn was built in 1871.",
                "Its keeper was Ada Holm.",
                "She lit the lamp every evening.",
            ],
            IsHeldOut: false
        );

    internal static Passage Ferry { get; } =
        new(
            "2",
            "coast",
            "The ferry",
            ["The ferry leaves Skarn at nine.", "A ticket costs four crowns."],
            IsHeldOut: false
        );

    internal static Passage Bakery { get; } =
        new("3", "", "The bakery", ["The bakery opens at six.", "Its bread is dark."], IsHeldOut: true);

    internal static IReadOnlyList<Passage> Passages { get; } = [Lighthouse, Ferry, Bakery];

    internal static IReadOnlyList<Question> Questions { get; } =
    [
        new(Lighthouse, "Who kept the light?", [1], ["Ada Holm"]),
        new(Lighthouse, "When was the lighthouse put up?", [0], ["1871"]),
        new(Ferry, "What does it cost to cross?", [1], ["four crowns"]),
        new(Ferry, "Who steers the ferry?", [], []),
    ];

    internal EpochExamples CreateExamples(TrainingOptions options)
    {
        WindowEncoder encoder = CreateEncoder();
        return new EpochExamples(
            encoder,
            new HardNegatives(new PassageOverlap(encoder.Tokenizer, Passages), Passages),
            options
        );
    }
}
