using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace SummitBot.Core.Answers;

/// <summary>Settings section <c>SummitBot:Answering</c>.</summary>
public sealed class AnsweringOptions : IValidatableObject
{
    public const string Section = "SummitBot:Answering";

    /// <summary>At most so many sentences in an answer.</summary>
    [Range(1, 10, ErrorMessage = "SummitBot:Answering:MaxSentences must lie between 1 and 10.")]
    public int MaxSentences { get; set; } = 2;

    /// <summary>Passages that are looked at for one answer.</summary>
    [Range(1, 100, ErrorMessage = "SummitBot:Answering:Passages must lie between 1 and 100.")]
    public int Passages { get; set; } = 10;

    /// <summary>An answer less likely right than this is refused; 0 never refuses, 1 always.</summary>
    [Range(0.0, 1.0, ErrorMessage = "SummitBot:Answering:MinConfidence must lie between 0 and 1.")]
    public double MinConfidence { get; set; } = 0.42;

    /// <summary>
    /// The share of the answers given that may be wrong, in place of <see cref="MinConfidence"/>: the threshold is then the
    /// lowest that was measured to keep it. Null goes by <see cref="MinConfidence"/>.
    /// </summary>
    [Range(
        0.0,
        1.0,
        ErrorMessage = "SummitBot:Answering:MaxErrorRate must lie between 0 and 1, or be empty to go by MinConfidence."
    )]
    public double? MaxErrorRate { get; set; }

    /// <summary>A table of error rates that <c>summitbot eval --calibrate</c> wrote; empty takes the one that comes along.</summary>
    public string CalibrationFile { get; set; } = "";

    /// <summary>
    /// A refused answer at least this likely right is shown as the closest passage; as much as <see cref="MinConfidence"/>
    /// never shows one.
    /// </summary>
    [Range(0.0, 1.0, ErrorMessage = "SummitBot:Answering:ClosestPassageConfidence must lie between 0 and 1.")]
    public double ClosestPassageConfidence { get; set; } = 0.25;

    /// <summary>Turns of a conversation that a follow-up may refer to.</summary>
    [Range(0, 100, ErrorMessage = "SummitBot:Answering:HistoryTurns must lie between 0 and 100.")]
    public int HistoryTurns { get; set; } = 10;

    /// <summary>How a model gets at the articles; without a model it does nothing.</summary>
    public AnsweringMode Mode { get; set; }

    /// <summary>Times that a model may look into the articles for one answer in mode agentic.</summary>
    [Range(1, 20, ErrorMessage = "SummitBot:Answering:AgenticRounds must lie between 1 and 20.")]
    public int AgenticRounds { get; set; } = 3;

    /// <summary>Channels that can update a message show the embedded answer while a model still writes.</summary>
    public bool Draft { get; set; } = true;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClosestPassageConfidence > MinConfidence)
        {
            string problem = string.Create(
                CultureInfo.InvariantCulture,
                $"{Section}:{nameof(ClosestPassageConfidence)} is {ClosestPassageConfidence} and must not be above {nameof(MinConfidence)}, which is {MinConfidence}: lower it, or set both to the same to show no closest passage."
            );
            yield return new ValidationResult(problem, [nameof(ClosestPassageConfidence)]);
        }
    }
}
