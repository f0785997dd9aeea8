using Microsoft.Extensions.Options;
using SummitBot.Web.Admin;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Articles.Receiving;

/// <summary>Lets those programs pass that know the key.</summary>
internal sealed class ArticlesKey(IOptions<ArticlesOptions> options, FailedKeyAttempts failedKeyAttempts)
    : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return Refusal(http) ?? await next(context);
    }

    /// <summary>Null for those who may pass.</summary>
    private IResult? Refusal(HttpContext http)
    {
        if (!options.Value.IsOpen)
        {
            return TypedResults.Problem(
                "Sending articles is switched off: set SummitBot:Articles:Key to open it.",
                statusCode: StatusCodes.Status404NotFound
            );
        }

        if (failedKeyAttempts.FindRefusal(http) is { } refusal)
        {
            return refusal;
        }

        string? given = AdminKey.ReadFrom(http.Request);
        if (given is not null && AdminKey.IsSame(given, options.Value.Key))
        {
            return null;
        }

        if (given is not null)
        {
            failedKeyAttempts.Note(http);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(
            "Sending articles needs the key of SummitBot:Articles:Key as bearer token.",
            statusCode: StatusCodes.Status401Unauthorized
        );
    }
}
