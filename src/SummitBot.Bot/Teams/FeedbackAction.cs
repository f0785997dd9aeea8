using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>A click on the thumbs below an answer.</summary>
/// <param name="IsLike">Up, not down.</param>
/// <param name="Comment">The user's comment; null when there is none.</param>
public sealed record FeedbackAction(bool IsLike, string? Comment)
{
    /// <summary>The name of the invoke.</summary>
    public const string InvokeName = "message/submitAction";

    /// <summary>The click; null when the invoke is about something else.</summary>
    public static FeedbackAction? Read(IInvokeActivity invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        if (
            invoke.Name != InvokeName
            || invoke.Value is not JObject value
            || ReadText(value, "actionName") != "feedback"
            || value["actionValue"] is not JObject action
        )
        {
            return null;
        }

        return ReadText(action, "reaction") switch
        {
            "like" => new FeedbackAction(IsLike: true, ReadComment(action)),
            "dislike" => new FeedbackAction(IsLike: false, ReadComment(action)),
            _ => null,
        };
    }

    /// <summary>
    /// Teams writes an object as text, <c>{"feedbackText":"..."}</c>; other channels write plain text.
    /// </summary>
    private static string? ReadComment(JObject action)
    {
        if (ReadText(action, "feedback") is not { } said || string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        try
        {
            return ActivityJson.Deserialize<JToken>(said) is not JObject inside ? said
                : ReadText(inside, "feedbackText") is { } words && !string.IsNullOrWhiteSpace(words) ? words
                : null;
        }
        catch (JsonException)
        {
            return said;
        }
    }

    private static string? ReadText(JObject value, string name) =>
        value[name] is JValue { Type: JTokenType.String } text ? (string?)text : null;
}
