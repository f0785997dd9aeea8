using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SummitBot.Core.Settings;

namespace SummitBot.Core.Answers;

/// <summary>Settings section <c>SummitBot:Answering</c>: how questions are answered.</summary>
public sealed class AnsweringOptions : IValidatableObject
{
    public const string Section = "SummitBot:Answering";

    /// <summary>Maximum number of sentences in an answer.</summary>
    [Range(1, 10, ErrorMessage = "SummitBot:Answering:MaxSentences must lie between 1 and 10.")]
    public int MaxSentences { get; set; } = 2;

    /// <summary>Passages considered for one answer.</summary>
    [Range(1, 100, ErrorMessage = "SummitBot:Answering:Passages must lie between 1 and 100.")]
    public int Passages { get; set; } = 10;

    /// <summary>
    /// Minimum confidence of an answer; below it, passages that may answer are offered, or the question is refused. 0
    /// always answers, 1 never.
    /// </summary>
    [Range(0.0, 1.0, ErrorMessage = "SummitBot:Answering:MinConfidence must lie between 0 and 1.")]
    public double MinConfidence { get; set; } = 0.42;

    /// <summary>
    /// The share of given answers that may be wrong; sets <see cref="MinConfidence"/> from measurements.
    /// </summary>
    /// <remarks>
    /// The threshold is the lowest that was measured to keep this rate. With null, <see cref="MinConfidence"/> applies.
    /// </remarks>
    [Range(
        0.0,
        1.0,
        ErrorMessage = "SummitBot:Answering:MaxErrorRate must lie between 0 and 1, or be empty to go by MinConfidence."
    )]
    public double? MaxErrorRate { get; set; }

    /// <summary>
    /// Measurements for <see cref="MaxErrorRate"/>, written by <c>summitbot eval --calibrate</c>; empty uses the
    /// built-in ones.
    /// </summary>
    [SettingsPath]
    public string CalibrationFile { get; set; } = "";

    /// <summary>
    /// Minimum confidence for offering up to three passages that may answer when there is no answer; at most <see
    /// cref="MinConfidence"/>. When both are equal, none are offered.
    /// </summary>
    [Range(0.0, 1.0, ErrorMessage = "SummitBot:Answering:ClosestPassageConfidence must lie between 0 and 1.")]
    public double ClosestPassageConfidence { get; set; } = 0.15;

    /// <summary>Number of earlier turns of a conversation that a follow-up question may refer to.</summary>
    [Range(0, 100, ErrorMessage = "SummitBot:Answering:HistoryTurns must lie between 0 and 100.")]
    public int HistoryTurns { get; set; } = 10;

    /// <summary>
    /// <c>plain</c> gives a model the passages found; <c>agentic</c> also lets it search and read the articles. No
    /// effect without a model.
    /// </summary>
    public AnsweringMode Mode { get; set; }

    /// <summary>How often a model may search or read the articles for one answer in mode <c>agentic</c>.</summary>
    [Range(1, 20, ErrorMessage = "SummitBot:Answering:AgenticRounds must lie between 1 and 20.")]
    public int AgenticRounds { get; set; } = 3;

    /// <summary>
    /// Whether the quoted answer is shown while a model still writes: in terminals, on web pages, in
    /// <c>/api/ask/stream</c>, and in groups and channels of Teams, where the message is updated. Personal chats of
    /// Teams show no draft, because streamed text cannot be replaced there.
    /// </summary>
    public bool Draft { get; set; } = true;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClosestPassageConfidence > MinConfidence)
        {
            string problem = string.Create(
                CultureInfo.InvariantCulture,
                $"{Section}:{nameof(ClosestPassageConfidence)} is {ClosestPassageConfidence} and must not be above {nameof(MinConfidence)}, which is {MinConfidence}: lower it, or set both to the same to offer no passages."
            );
            yield return new ValidationResult(problem, [nameof(ClosestPassageConfidence)]);
        }
    }
}

/// <summary>How a model gets the articles.</summary>
public enum AnsweringMode
{
    /// <summary>It gets the passages found for the question.</summary>
    Plain,

    /// <summary>
    /// It may also search and read the articles itself, within <see cref="AnsweringOptions.AgenticRounds"/>.
    /// </summary>
    Agentic,
}
