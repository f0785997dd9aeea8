namespace SummitBot.Web.Problems;

/// <summary>The default text for an error's detail: what is wrong and how to fix it.</summary>
internal static class ProblemTexts
{
    public static string For(int statusCode) =>
        statusCode switch
        {
            StatusCodes.Status400BadRequest =>
                "The request could not be read: send a JSON object such as {\"question\": \"Who met?\"}; "
                    + "/openapi/v1.json describes its fields.",
            StatusCodes.Status404NotFound =>
                "There is nothing at this address: /openapi/v1.json lists the addresses that are served.",
            StatusCodes.Status405MethodNotAllowed =>
                "This address does not support this method: the header Allow lists those that it supports.",
            StatusCodes.Status413PayloadTooLarge => "The body is too large: send a shorter conversation.",
            StatusCodes.Status415UnsupportedMediaType =>
                "The body must be JSON: send it with the header 'Content-Type: application/json'.",
            StatusCodes.Status429TooManyRequests =>
                "Too many requests came from your address: wait as long as Retry-After says, and ask again.",
            StatusCodes.Status503ServiceUnavailable =>
                "The articles are not ready yet: try again in a few seconds; /readyz says when they are.",
            StatusCodes.Status504GatewayTimeout => "The answer took too long: ask again, or ask for less at once.",
            >= StatusCodes.Status500InternalServerError =>
                "Something went wrong here: try again; the host's log has the cause.",
            _ => "The request cannot be served: /openapi/v1.json describes what can be asked for.",
        };
}
