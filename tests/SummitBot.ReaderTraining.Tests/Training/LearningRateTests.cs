using SummitBot.ReaderTraining.Training;

namespace SummitBot.ReaderTraining.Tests.Training;

public sealed class LearningRateTests
{
    private static readonly TrainingOptions Options = new() { LearningRate = 1, WarmUp = 0.1 };

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(9, 1.0)]
    [InlineData(10, 1.0)]
    [InlineData(55, 0.5)]
    [InlineData(100, 0.0)]
    public void At_RisesThenFalls(int step, double rate) =>
        Assert.Equal(rate, LearningRate.At(step, 100, Options), precision: 6);
}
