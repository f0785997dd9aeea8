using System.Text.Json;
using System.Text.Json.Serialization;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;

namespace SummitBot.Core.Answers;

/// <summary>An answer as JSON: the contract of the command line and of <c>POST /api/ask</c>, in camelCase.</summary>
/// <remarks>
/// On Direct Line the final activity of an answer carries this document as <c>channelData.summitbot</c> beside the
/// standard entities: it tells the chat widget what those cannot express (each citation's place in its article, the
/// short answer, the closest articles, the sides of a disagreement). Clients that ignore the document lose only this.
/// </remarks>
/// <param name="Id">The caller's id of the question, or null.</param>
/// <param name="Outcome"><c>answered</c>, <c>offered</c> (passages that may answer), <c>notInCorpus</c>, <c>needsClarification</c> or <c>error</c>.</param>
/// <param name="Kind"><c>answer</c>, <c>smallTalk</c>, <c>articleList</c> or <c>summary</c>.</param>
/// <param name="Confidence">0 to 1, four decimals.</param>
/// <param name="ShortAnswer">The part that answers by itself; null when the writer is not sure of one.</param>
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
    /// <summary>True when the articles disagree and each sentence is one side, newest article first.</summary>
    public bool Conflicting { get; init; }

    /// <summary>
    /// Whether the articles confirm or contradict what the question states; left out when it states nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Confirms { get; init; }

    /// <summary>The usage of models; left out when none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelUsage? Usage { get; init; }

    /// <summary>
    /// Why the answer consists of quotations although a model is configured: <c>rateLimited</c>, <c>slow</c>, ...; left
    /// out when the model wrote the answer, or when no model is configured.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("modelTrouble")]
    public string? ModelError { get; init; }

    /// <summary>
    /// A short note to show below the answer, in the question's language; left out when there is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>How the answer was chosen; left out unless asked for.</summary>
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
            ModelError = answer.ModelError is { } error
                ? JsonNamingPolicy.CamelCase.ConvertName(error.ToString())
                : null,
            Note = answer.Note,
            Explain = answer.Explanation,
        };
    }

    /// <summary>The answer as a later question refers to it.</summary>
    public ConversationTurn ToTurn() =>
        new(Speaker.Assistant, Text)
        {
            Statement =
                Sentences is { Count: > 0 }
                && (Conflicting || Confirms is not null || Outcome != AnswerOutcome.Answered)
                    ? string.Join(' ', Sentences.Select(s => s.Text))
                : Outcome == AnswerOutcome.Answered ? Text
                : null,
            AsksBack = Outcome == AnswerOutcome.NeedsClarification,
        };

    /// <summary>The document for a question that could not be worked on.</summary>
    /// <param name="problem">A sentence that says how to correct it.</param>
    public static AnswerDocument FromError(string? id, string? question, string problem) =>
        new(id, question ?? "", AnswerOutcome.Error, AnswerKind.Answer, 0, problem, null, [], [], [], "none", 0);
}

/// <summary>An article that is close to an unanswered question, as JSON.</summary>
public sealed record ClosestArticleDocument(string ArticleId, string Title);

/// <summary>
/// A short answer as JSON. <c>text</c> equals the article's plain text from <c>start</c> to <c>end</c> in UTF-16 units,
/// always, and lies inside the quote of the citation.
/// </summary>
/// <param name="Citation">Number of the citation whose quote holds it.</param>
public sealed record ShortAnswerDocument(string Text, int Citation, int Start, int End)
{
    public static ShortAnswerDocument From(ShortAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new ShortAnswerDocument(answer.Text, answer.Citation, answer.Range.Start, answer.Range.End);
    }
}
