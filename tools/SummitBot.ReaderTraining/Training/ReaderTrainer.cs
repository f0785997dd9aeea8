using System.Diagnostics;
using SummitBot.ReaderTraining.Evaluation;
using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Questions;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SummitBot.ReaderTraining.Training;

/// <summary>Trains the reader in a folder, continuing an interrupted run in the same folder.</summary>
internal sealed class ReaderTrainer(TrainingOptions options, string folder, ITrainingObserver observer)
{
    /// <summary>The state of the run, written every few minutes.</summary>
    public const string CheckpointFile = "checkpoint.bin";

    /// <summary>The weights of the best evaluation.</summary>
    public const string BestFile = "best.bin";

    private string CheckpointPath => Path.Combine(folder, CheckpointFile);

    public void Train(
        BaseModel baseModel,
        EpochExamples examples,
        IReadOnlyList<Question> questions,
        IReadOnlyList<ReaderEvaluation> evaluations,
        int padding,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        random.manual_seed(options.Seed);
        using var network = new ReaderNetwork(
            baseModel,
            options.UseBFloat16 ? ScalarType.BFloat16 : ScalarType.Float32,
            options.Dropout
        );
        if (options.StartFrom is not null)
        {
            network.TakeWeights(baseModel, ModelConstants.Load(options.StartFrom));
        }

        using AdamW optimizer = CreateOptimizer(network);
        TrainingState state = File.Exists(CheckpointPath)
            ? Checkpoint.Load(CheckpointPath, network, optimizer)
            : TrainingState.Start;
        int stepsPerEpoch = 0;
        int steps = int.MaxValue;
        for (int epoch = 0, firstStep = 0; firstStep < steps; epoch++, firstStep += stepsPerEpoch)
        {
            IReadOnlyList<IReadOnlyList<TrainingExample>> batches = LengthBatches.Create(
                examples.Create(questions, epoch),
                options.BatchSize,
                options.Seed + epoch
            );
            if (epoch == 0)
            {
                stepsPerEpoch = batches.Count;
                steps = (int)Math.Ceiling(options.Epochs * stepsPerEpoch);
            }

            // Other negatives may make another pass a batch longer or shorter, so each pass has as many steps as the
            // first.
            for (int i = Math.Max(0, state.Step - firstStep); i < stepsPerEpoch && state.Step < steps; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Step(network, optimizer, batches[i % batches.Count], state.Step, steps, padding);
                state = AfterStep(
                    network,
                    optimizer,
                    evaluations,
                    state with
                    {
                        Step = state.Step + 1,
                    },
                    stepsPerEpoch,
                    steps
                );
                if (state.EvaluationsSinceBest >= options.Patience)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Biases and norms are not decayed, as is usual.</summary>
    private AdamW CreateOptimizer(ReaderNetwork network)
    {
        ILookup<bool, Parameter> isMatrix = network.TrainedWeights.ToLookup(weight => weight.dim() > 1);
        return optim.AdamW(
            [
                new AdamW.ParamGroup(isMatrix[true], new AdamW.Options { weight_decay = options.WeightDecay }),
                new AdamW.ParamGroup(isMatrix[false], new AdamW.Options { weight_decay = 0 }),
            ],
            options.LearningRate
        );
    }

    private void Step(
        ReaderNetwork network,
        AdamW optimizer,
        IReadOnlyList<TrainingExample> batch,
        int step,
        int steps,
        int padding
    )
    {
        long started = Stopwatch.GetTimestamp();

        // Seeded by step, so that a continued run has the same dropout as an uninterrupted one.
        random.manual_seed(options.Seed + step);
        using DisposeScope scope = NewDisposeScope();
        double rate = LearningRate.At(step, steps, options);
        foreach (optim.ILearningRateController group in optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }

        network.train();
        optimizer.zero_grad();
        var windows = ReaderBatch.Create([.. batch.Select(example => example.Window)], padding);
        Tensor loss = ReaderLoss.Compute(network.Read(windows), batch, options.AnswerLossWeight);
        loss.backward();
        nn.utils.clip_grad_norm_(network.TrainedWeights, options.MaxGradient);
        optimizer.step();
        observer.StepDone(
            step + 1,
            steps,
            loss.ToSingle(),
            windows.Windows.Sum(window => window.Length),
            Stopwatch.GetElapsedTime(started)
        );
    }

    private TrainingState AfterStep(
        ReaderNetwork network,
        AdamW optimizer,
        IReadOnlyList<ReaderEvaluation> evaluations,
        TrainingState state,
        int stepsPerEpoch,
        int steps
    )
    {
        int evaluateEvery = Math.Max(1, stepsPerEpoch / options.EvaluationsPerEpoch);
        bool isEvaluated = state.Step % evaluateEvery == 0 || state.Step == steps;
        if (isEvaluated)
        {
            state = Evaluate(network, evaluations, state);
        }

        if (isEvaluated || state.Step % options.CheckpointEvery == 0)
        {
            Checkpoint.Save(CheckpointPath, state, network, optimizer);
        }

        return state;
    }

    private TrainingState Evaluate(
        ReaderNetwork network,
        IReadOnlyList<ReaderEvaluation> evaluations,
        TrainingState state
    )
    {
        var reader = new NetworkReader(network);
        ReaderScores[] scores = [.. evaluations.Select(evaluation => evaluation.Score(reader))];
        observer.Evaluated(state.Step, scores);

        // Without held-out questions, the last weights count as the best.
        double score = scores.Length > 0 ? scores.Average(set => set.Overall) : state.Step;
        if (score <= state.BestScore)
        {
            return state with { EvaluationsSinceBest = state.EvaluationsSinceBest + 1 };
        }

        Checkpoint.SaveWeights(Path.Combine(folder, BestFile), network);
        return state with { BestScore = score, EvaluationsSinceBest = 0 };
    }
}
