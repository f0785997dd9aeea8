using System.Text.Json;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Teams;

/// <summary>A click on the thumbs below an answer.</summary>
/// <param name="IsLike">Up, not down.</param>
/// <param name="Comment">What was written to it; null when nothing was.</param>
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
            || invoke.Value is not JsonElement value
            || Text(value, "actionName") != "feedback"
            || !value.TryGetProperty("actionValue", out JsonElement action)
        )
        {
            return null;
        }

        return Text(action, "reaction") switch
        {
            "like" => new FeedbackAction(IsLike: true, CommentOf(action)),
            "dislike" => new FeedbackAction(IsLike: false, CommentOf(action)),
            _ => null,
        };
    }

    /// <summary>Teams writes an object as text, <c>{"feedbackText":"..."}</c>; others write the words themselves.</summary>
    private static string? CommentOf(JsonElement action)
    {
        if (Text(action, "feedback") is not { } said || string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(said);
            string? inside = Text(document.RootElement, "feedbackText");
            return document.RootElement.ValueKind != JsonValueKind.Object ? said
                : string.IsNullOrWhiteSpace(inside) ? null
                : inside;
        }
        catch (JsonException)
        {
            return said;
        }
    }

    private static string? Text(JsonElement element, string name)
    {
        if (
            element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty(name, out JsonElement value)
            || value.ValueKind != JsonValueKind.String
        )
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a character: it can be carried, but not read.
            return null;
        }
    }
}
