using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers;

/// <summary>A sentence of an answer.</summary>
/// <param name="Text">The sentence, without citation marks.</param>
/// <param name="Citations">Numbers of the citations that bear it out; at least one in an answer.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>A model's sentence did not match its source and the source's own words stand in its place, introduced as
    /// such in <see cref="Text"/>; left out of JSON when false.</summary>
    [JsonPropertyName("quotation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsQuotation { get; init; }

    /// <summary>Worded so freely that the quotes of its citations are to be shown beside it; left out of JSON when
    /// false.</summary>
    [JsonPropertyName("showSource")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ShowSource { get; init; }
}
