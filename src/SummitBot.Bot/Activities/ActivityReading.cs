using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Activities;

/// <summary>What came of reading a request's activity.</summary>
/// <param name="Activity">Null when there is none that a bot could take.</param>
/// <param name="StatusCode">200, or why there is none.</param>
/// <param name="Problem">When there is none: a sentence for the caller that says how to mend it.</param>
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
