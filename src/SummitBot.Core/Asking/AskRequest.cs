using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummitBot.Core.Questions;
using SummitBot.Language.Dates;

namespace SummitBot.Core.Asking;

/// <summary>A question as programs send it: the body of <c>POST /api/ask</c>, a line of <c>summitbot ask --file</c>.</summary>
/// <param name="Question">The question in plain words, 1 to 2,000 characters.</param>
/// <param name="Id">Any name or number of the caller's; the answer carries it.</param>
/// <param name="Conversation">Earlier turns, oldest first.</param>
/// <param name="MaxSentences">At most so many sentences in the answer, 1 to 10.</param>
/// <param name="AsOf">The day the question is asked on, <c>yyyy-MM-dd</c>: later articles are not used; null takes today.</param>
/// <param name="Explain">The answer is to say how it came about.</param>
/// <param name="ConversationId">Any name of the conversation, for the budgets of models.</param>
public sealed record AskRequest(
    string? Question,
    [property: JsonConverter(typeof(CallerIdConverter))] string? Id = null,
    IReadOnlyList<AskTurn?>? Conversation = null,
    int? MaxSentences = null,
    string? AsOf = null,
    bool Explain = false,
    string? ConversationId = null
)
{
    /// <summary>The names of its properties in JSON, for messages.</summary>
    public const string Known = "question, id, conversation, maxSentences, asOf, explain, conversationId";

    /// <summary>Properties of other names, which nobody reads: one may be mistyped.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }

    /// <summary>Makes a question of the request.</summary>
    /// <param name="defaults">What holds where the request says nothing; its text and conversation are not used.</param>
    /// <param name="problem">When it cannot: a sentence that says how to correct it.</param>
    public bool TryCreateQuestion(
        Question defaults,
        [NotNullWhen(true)] out Question? question,
        [NotNullWhen(false)] out string? problem
    )
    {
        ArgumentNullException.ThrowIfNull(defaults);
        question = null;
        IReadOnlyList<AskTurn?> turns = Conversation ?? [];
        foreach ((int index, AskTurn? turn) in turns.Index())
        {
            if ((turn ?? new AskTurn(null, null)).Problem is { } bad)
            {
                problem = $"Turn {index + 1} of the conversation {bad}.";
                return false;
            }
        }

        DateOnly? asOf = AsOfDate.Read("asOf", AsOf, out problem);
        if (problem is not null)
        {
            return false;
        }

        var read = defaults with
        {
            Text = Question ?? "",
            Conversation = [.. turns.Select(t => t!.ToTurn())],
            MaxSentences = MaxSentences ?? defaults.MaxSentences,
            Explain = Explain || defaults.Explain,
            AsOf = asOf ?? defaults.AsOf,
            ConversationId = ConversationId ?? defaults.ConversationId,
        };
        problem = read.Problem;
        question = problem is null ? read : null;
        return question is not null;
    }
}
