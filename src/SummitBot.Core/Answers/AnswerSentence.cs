using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers;

/// <summary>A sentence of an answer.</summary>
/// <param name="Text">The sentence, without citation marks.</param>
/// <param name="Citations">Numbers of the citations that support it; at least one in an answer.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>
    /// True when a model's sentence did not match its source and was replaced by the source's own words, introduced as
    /// a quotation in <see cref="Text"/>; left out of JSON when false.
    /// </summary>
    [JsonPropertyName("quotation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsQuotation { get; init; }

    /// <summary>
    /// True when the wording differs so much from the source that the quotes of its citations should be shown beside
    /// it; left out of JSON when false.
    /// </summary>
    [JsonPropertyName("showSource")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ShowSource { get; init; }

    /// <summary>
    /// True when it was computed from numbers in the quotes of its citations and stands in no article; left out of JSON
    /// when false.
    /// </summary>
    [JsonPropertyName("computed")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsComputed { get; init; }
}
