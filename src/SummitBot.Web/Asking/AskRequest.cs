using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummitBot.Core.Questions;
using SummitBot.Language.Dates;

namespace SummitBot.Web.Asking;

/// <summary>The body of <c>POST /api/ask</c>.</summary>
/// <param name="Question">The question in plain words, 1 to 2,000 characters.</param>
/// <param name="Id">Any name of the caller's; the answer carries it.</param>
/// <param name="Conversation">Earlier turns, oldest first.</param>
/// <param name="MaxSentences">At most so many sentences in the answer, 1 to 10.</param>
/// <param name="AsOf">The day the question is asked on, <c>yyyy-MM-dd</c>: later articles are not used; null takes today.</param>
/// <param name="Explain">The answer is to say how it came about.</param>
/// <param name="ConversationId">Any name of the conversation, for the budgets of models.</param>
public sealed record AskRequest(
    string? Question,
    string? Id = null,
    IReadOnlyList<AskTurn?>? Conversation = null,
    int? MaxSentences = null,
    string? AsOf = null,
    bool Explain = false,
    string? ConversationId = null
)
{
    private static readonly string Known = string.Join(
        ", ",
        typeof(AskRequest)
            .GetConstructors()
            .MaxBy(c => c.GetParameters().Length)!
            .GetParameters()
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!))
    );

    /// <summary>Properties of other names; a request with any is refused, since one may be mistyped.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }

    /// <summary>Makes a question of the request.</summary>
    /// <param name="userId">Whose budget of models it counts against.</param>
    /// <param name="problem">When it cannot: a sentence that says how to mend it.</param>
    public bool TryRead(
        int maxTurns,
        string userId,
        [NotNullWhen(true)] out Question? question,
        [NotNullWhen(false)] out string? problem
    )
    {
        question = null;
        if (Others?.Keys.FirstOrDefault() is { } other)
        {
            problem =
                $"The request has an unknown property '{other}': leave it out or correct its name; known are {Known}.";
            return false;
        }

        IReadOnlyList<AskTurn?> turns = Conversation ?? [];
        if (turns.Count > maxTurns)
        {
            problem = $"The conversation has {turns.Count} turns: send the last {maxTurns} at most.";
            return false;
        }

        var conversation = new List<ConversationTurn>(turns.Count);
        foreach (AskTurn? turn in turns)
        {
            if (ParseSpeaker(turn) is not { } speaker || turn?.Text is not { } text)
            {
                problem =
                    $"Turn {conversation.Count + 1} of the conversation needs a role, 'user' or 'assistant', and a text.";
                return false;
            }

            if (text.Length > ConversationTurn.MaxLength)
            {
                problem =
                    $"Turn {conversation.Count + 1} of the conversation has {text.Length} characters: shorten it to {ConversationTurn.MaxLength} at most.";
                return false;
            }

            conversation.Add(new ConversationTurn(speaker, text));
        }

        DateOnly? asOf = AsOfDate.Read("asOf", AsOf, out problem);
        if (problem is not null)
        {
            return false;
        }

        var read = new Question(Question ?? "")
        {
            Conversation = conversation,
            MaxSentences = MaxSentences,
            Explain = Explain,
            AsOf = asOf,
            ConversationId = ConversationId,
            UserId = userId,
        };
        problem = read.Problem;
        question = problem is null ? read : null;
        return question is not null;
    }

    private static Speaker? ParseSpeaker(AskTurn? turn) =>
        turn?.Role switch
        {
            "user" => Speaker.User,
            "assistant" => Speaker.Assistant,
            _ => null,
        };
}
