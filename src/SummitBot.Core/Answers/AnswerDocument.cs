using System.Text.Json;
using System.Text.Json.Serialization;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Models;

namespace SummitBot.Core.Answers;

/// <summary>An answer as JSON: the contract of the command line and of <c>POST /api/ask</c>, in camelCase.</summary>
/// <remarks>
/// On Direct Line the final activity of an answer carries this document as <c>channelData.summitbot</c> beside the standard
/// entities: it tells the chat widget what those cannot say (each citation's place in its article, the short answer, the
/// closest articles, the sides of a disagreement). A client that knows only the entities loses nothing else.
/// </remarks>
/// <param name="Id">The caller's id of the question, or null.</param>
/// <param name="Outcome"><c>answered</c>, <c>offered</c> (passages that may answer), <c>notInCorpus</c>, <c>needsClarification</c> or <c>error</c>.</param>
/// <param name="Kind"><c>answer</c>, <c>smallTalk</c>, <c>articleList</c> or <c>summary</c>.</param>
/// <param name="Confidence">0 to 1, four decimals.</param>
/// <param name="ShortAnswer">The words that answer by themselves; null when not sure of any.</param>
/// <param name="ElapsedMs">Milliseconds from question to answer.</param>
public sealed record AnswerDocument(
    string? Id,
    string Question,
    AnswerOutcome Outcome,
    AnswerKind Kind,
    double Confidence,
    string Text,
    ShortAnswerDocument? ShortAnswer,
    IReadOnlyList<AnswerSentence> Sentences,
    IReadOnlyList<CitationDocument> Citations,
    IReadOnlyList<ClosestArticleDocument> Closest,
    string Writer,
    double ElapsedMs
)
{
    /// <summary>True when the articles disagree and each sentence is one side of it, the newest article's first.</summary>
    public bool Conflicting { get; init; }

    /// <summary>Whether the articles say what the question states, or something else; left out when it states nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Confirms { get; init; }

    /// <summary>What models took for it; left out when none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelUsage? Usage { get; init; }

    /// <summary>Why the embedded answer stands where a model should have worded it: <c>rateLimited</c>, <c>slow</c>, ...;
    /// left out when the model did, or none is set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ModelTrouble { get; init; }

    /// <summary>A quiet sentence for below the answer, in the question's language; left out when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>How the answer came about; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Explanation? Explain { get; init; }

    public static AnswerDocument From(Answer answer, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new AnswerDocument(
            id,
            answer.Question,
            answer.Outcome,
            answer.Kind,
            Math.Round(answer.Confidence, 4),
            answer.Text,
            answer.ShortAnswer is { } shortAnswer ? ShortAnswerDocument.From(shortAnswer) : null,
            answer.Sentences,
            [.. answer.Citations.Select(CitationDocument.From)],
            [.. answer.Closest.Select(a => new ClosestArticleDocument(a.Id.Value, a.Title))],
            answer.Writer,
            Math.Round(answer.Elapsed.TotalMilliseconds, 3)
        )
        {
            Conflicting = answer.IsConflicting,
            Confirms = answer.Confirms,
            Usage = answer.Usage,
            ModelTrouble = answer.ModelError is { } error
                ? JsonNamingPolicy.CamelCase.ConvertName(error.ToString())
                : null,
            Note = answer.Note,
            Explain = answer.Explanation,
        };
    }

    /// <summary>The document for a question that could not be worked on.</summary>
    /// <param name="problem">A sentence that says how to mend it.</param>
    public static AnswerDocument FromError(string? id, string? question, string problem) =>
        new(id, question ?? "", AnswerOutcome.Error, AnswerKind.Answer, 0, problem, null, [], [], [], "none", 0);
}
