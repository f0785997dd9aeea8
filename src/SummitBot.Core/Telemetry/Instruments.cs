using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SummitBot.Core.Telemetry;

/// <summary>
/// What the bot tells of its work, by the names that docs/operations.md lists: spans of one activity source and instruments
/// of one meter. It costs next to nothing while nobody listens, and holds no text of a question.
/// </summary>
public static class Instruments
{
    /// <summary>The name of <see cref="Source"/> and of <see cref="Meter"/>.</summary>
    public const string Name = "SummitBot";

    /// <summary>The tag with the text of a question, which hosts drop unless their settings want it.</summary>
    public const string QuestionTag = "summitbot.question";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private static readonly InstrumentAdvice<long> Tokens = new()
    {
        HistogramBucketBoundaries = [16, 64, 256, 1024, 4096, 16384, 65536],
    };

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    private static readonly Histogram<double> AnswerDuration = Meter.CreateHistogram(
        "summitbot.answer.duration",
        "s",
        "Time to the whole answer, by outcome and language.",
        advice: Seconds
    );

    private static readonly Histogram<double> StepDuration = Meter.CreateHistogram(
        "summitbot.step.duration",
        "s",
        "Time of one step of an answer.",
        advice: Seconds
    );

    private static readonly UpDownCounter<long> QueueLength = Meter.CreateUpDownCounter<long>(
        "summitbot.queue.length",
        "{activity}",
        "Accepted activities that wait for the bot."
    );

    private static readonly Histogram<long> TokenUsage = Meter.CreateHistogram(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens of one call of a model.",
        advice: Tokens
    );

    private static readonly Counter<double> ModelCost = Meter.CreateCounter<double>(
        "summitbot.model.cost",
        description: "Cost of models, by the prices in the settings."
    );

    /// <summary>Counts an answer.</summary>
    /// <param name="outcome">The name of its outcome.</param>
    /// <param name="language">ISO 639-1.</param>
    public static void CountAnswer(string outcome, string language, TimeSpan elapsed) =>
        AnswerDuration.Record(
            elapsed.TotalSeconds,
            new("summitbot.outcome", outcome),
            new("summitbot.language", language)
        );

    /// <summary>Counts activities that came to wait (1) or were taken (-1).</summary>
    public static void CountWaiting(int change) => QueueLength.Add(change);

    /// <summary>Counts one call of a model.</summary>
    /// <param name="cost">Null when no price is set.</param>
    public static void CountModelCall(string model, int inputTokens, int outputTokens, decimal? cost)
    {
        var name = new KeyValuePair<string, object?>("gen_ai.request.model", model);
        TokenUsage.Record(inputTokens, name, new("gen_ai.token.type", "input"));
        TokenUsage.Record(outputTokens, name, new("gen_ai.token.type", "output"));
        if (cost is { } known)
        {
            ModelCost.Add((double)known, name);
        }
    }

    internal static void CountStep(string step, TimeSpan elapsed) =>
        StepDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("summitbot.step", step));
}
