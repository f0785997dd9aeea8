namespace SummitBot.ReaderTraining.Training;

/// <summary>What a training run does.</summary>
internal sealed record TrainingOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>An exported reader to go on from; null begins with the base model.</summary>
    public string? StartFrom { get; init; }

    /// <summary>Passes over the questions; may be a fraction.</summary>
    public double Epochs { get; init; } = 3;

    public int BatchSize { get; init; } = 32;

    public double LearningRate { get; init; } = 8e-5;

    /// <summary>The part of all steps in which the learning rate rises.</summary>
    public double WarmUp { get; init; } = 0.06;

    public double WeightDecay { get; init; } = 0.01;

    /// <summary>A gradient longer than this is shortened to it.</summary>
    public double LargestGradient { get; init; } = 1;

    public double Dropout { get; init; } = 0.1;

    /// <summary>The weight of the short answer's loss beside the sentence's.</summary>
    public double AnswerLossWeight { get; init; } = 0.5;

    /// <summary>So many of the answerable questions are also asked of a passage that does not answer them.</summary>
    public double NegativeShare { get; init; } = 0.4;

    /// <summary>So many of the answerable questions are also asked with another name or number, which nothing answers.</summary>
    public double ExchangeShare { get; init; } = 0.2;

    public int MaxTokens { get; init; } = 320;

    /// <summary>Evaluations a pass over the questions.</summary>
    public int EvaluationsPerEpoch { get; init; } = 1;

    /// <summary>Training stops after so many evaluations in a row that are not better than the best.</summary>
    public int Patience { get; init; } = 2;

    /// <summary>Steps from one checkpoint to the next.</summary>
    public int CheckpointEvery { get; init; } = 100;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Products in 16-bit numbers: four times as fast where the processor has AVX-512 BF16.</summary>
    public bool UseBFloat16 { get; init; } = true;
}
