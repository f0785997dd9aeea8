using System.Text;
using Microsoft.Net.Http.Headers;

namespace SummitBot.Web.Hosting;

/// <summary>Refuses bodies in an unknown character set, which would make the framework answer 500.</summary>
internal static class KnownCharsets
{
    public static IApplicationBuilder UseKnownCharsets(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                IsKnown(context.Request.ContentType)
                    ? next(context)
                    : TypedResults
                        .Problem(
                            "The body's character set is not known: send it in UTF-8, and say so or nothing in Content-Type.",
                            statusCode: StatusCodes.Status415UnsupportedMediaType
                        )
                        .ExecuteAsync(context)
        );

    private static bool IsKnown(string? contentType)
    {
        if (
            !MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            || type.Charset is not { HasValue: true } charset
        )
        {
            return true;
        }

        try
        {
            _ = Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(charset).ToString());
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // UTF-7 is known and not supported.
            return false;
        }
    }
}
