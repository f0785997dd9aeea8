namespace SummitBot.ReaderTraining.Training;

/// <summary>The options of a training run.</summary>
internal sealed record TrainingOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>An exported reader to continue from; null starts from the base model.</summary>
    public string? StartFrom { get; init; }

    /// <summary>Passes over the questions; may be a fraction.</summary>
    public double Epochs { get; init; } = 3;

    public int BatchSize { get; init; } = 32;

    public double LearningRate { get; init; } = 8e-5;

    /// <summary>The share of steps in which the learning rate rises.</summary>
    public double WarmUp { get; init; } = 0.06;

    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Maximum length of the gradient; a longer one is clipped.</summary>
    public double MaxGradient { get; init; } = 1;

    public double Dropout { get; init; } = 0.1;

    /// <summary>The weight of the short answer's loss relative to the sentence's.</summary>
    public double AnswerLossWeight { get; init; } = 0.5;

    /// <summary>
    /// Share of the answerable questions that are also asked about a passage that does not answer them.
    /// </summary>
    public double NegativeShare { get; init; } = 0.4;

    /// <summary>
    /// Share of the answerable questions on long passages that are also asked about a part that does not answer them.
    /// </summary>
    public double ElsewhereShare { get; init; } = 0.4;

    /// <summary>
    /// Share of the answerable questions that are also asked with another name or number, so that nothing answers.
    /// </summary>
    public double ExchangeShare { get; init; } = 0.2;

    public int MaxTokens { get; init; } = 320;

    /// <summary>Evaluations in each pass over the questions.</summary>
    public int EvaluationsPerEpoch { get; init; } = 1;

    /// <summary>Training stops after this many evaluations in a row without improvement.</summary>
    public int Patience { get; init; } = 2;

    /// <summary>Steps from one checkpoint to the next.</summary>
    public int CheckpointEvery { get; init; } = 100;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>16-bit products: four times as fast on processors with AVX-512 BF16.</summary>
    public bool UseBFloat16 { get; init; } = true;
}
