using SummitBot.ReaderTraining.Evaluation;
using SummitBot.ReaderTraining.Training;

namespace SummitBot.ReaderTraining.Tests.Training;

[Collection(NativeLibrary.Collection)]
public sealed class ReaderTrainerTests : IDisposable
{
    private readonly BaseModelFixture _fixture;
    private readonly TemporaryFolder _folder = new();

    public ReaderTrainerTests(BaseModelFixture fixture)
    {
        NativeLibrary.SkipTestIfMissing();
        _fixture = fixture;
    }

    [Fact]
    public void Train_LowersTheLoss()
    {
        var observer = new RecordingObserver();

        Train("run", observer, steps: 8, CancellationToken.None);

        Assert.Equal(8, observer.Losses.Count);
        Assert.True(observer.Losses[^1] < observer.Losses[0], string.Join(' ', observer.Losses));
    }

    [Fact]
    public void Train_WhenInterrupted_ContinuesAsIfNothingHadHappened()
    {
        var whole = new RecordingObserver();
        Train("whole", whole, steps: 4, CancellationToken.None);

        using var interruption = new CancellationTokenSource();
        var first = new RecordingObserver { AfterStep = step => CancelAt(step, interruption) };
        Assert.Throws<OperationCanceledException>(() => Train("parts", first, steps: 4, interruption.Token));
        var second = new RecordingObserver();
        Train("parts", second, steps: 4, CancellationToken.None);

        Assert.Equal(2, first.Losses.Count);
        Assert.Equal(whole.Losses, [.. first.Losses, .. second.Losses]);
    }

    public void Dispose() => _folder.Dispose();

    private static void CancelAt(int step, CancellationTokenSource interruption)
    {
        if (step == 2)
        {
            interruption.Cancel();
        }
    }

    private void Train(string folder, RecordingObserver observer, int steps, CancellationToken cancellationToken)
    {
        var options = new TrainingOptions
        {
            BatchSize = 8,
            Epochs = steps,
            NegativeShare = 1,
            ExchangeShare = 0,
            CheckpointEvery = 1,
            EvaluationsPerEpoch = 1,
            Patience = int.MaxValue,
            UseBFloat16 = false,
            Dropout = 0.1,
            LearningRate = 2e-4,
        };
        new ReaderTrainer(options, _folder[folder], observer).Train(
            _fixture.BaseModel,
            _fixture.CreateExamples(options),
            BaseModelFixture.Questions,
            [],
            padding: 0,
            cancellationToken
        );
    }

    private sealed class RecordingObserver : ITrainingObserver
    {
        public List<double> Losses { get; } = [];

        public Action<int> AfterStep { get; init; } = _ => { };

        public void StepDone(int step, int steps, double loss, int tokens, TimeSpan duration)
        {
            Losses.Add(loss);
            AfterStep(step);
        }

        public void Evaluated(int step, IReadOnlyList<ReaderScores> scores) { }
    }
}
