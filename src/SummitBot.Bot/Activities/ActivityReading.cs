using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Activities;

/// <summary>The result of reading a request's activity.</summary>
/// <param name="Activity">Null when the request has no activity that a bot could accept.</param>
/// <param name="StatusCode">200, or the HTTP status of the error.</param>
/// <param name="Problem">For an error: a sentence for the caller that says how to fix it.</param>
public sealed record ActivityReading(Activity? Activity, int StatusCode, string? Problem)
{
    public static ActivityReading From(Activity activity) => new(activity, StatusCodes.Status200OK, Problem: null);

    public static ActivityReading Malformed(string problem) => new(null, StatusCodes.Status400BadRequest, problem);

    public static ActivityReading TooLarge(int maxBytes) =>
        new(
            null,
            StatusCodes.Status413PayloadTooLarge,
            $"The activity is larger than {maxBytes} bytes: send less in one activity."
        );

    public static ActivityReading NotJson() =>
        new(
            null,
            StatusCodes.Status415UnsupportedMediaType,
            "The body must be an activity in JSON: send it with the header 'Content-Type: application/json'."
        );
}
