using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace SummitBot.Web.Problems;

/// <summary>
/// Writes an error as a page for browsers and as <c>application/problem+json</c> (RFC 9457) for everyone else, whatever
/// they accept: an error without a body helps nobody.
/// </summary>
public sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        HttpResponse response = context.HttpContext.Response;
        ProblemDetails problem = context.ProblemDetails;
        problem.Status ??= response.StatusCode;
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problem.Type ??= "about:blank";
        problem.Detail ??= ProblemTexts.For(problem.Status.Value);
        if (WantsPage(context.HttpContext.Request))
        {
            await ProblemPage.Create(problem).WriteAsync(response);
            return;
        }

        await response.WriteAsJsonAsync(
            problem,
            options: null,
            MediaTypeNames.Application.ProblemJson,
            context.HttpContext.RequestAborted
        );
    }

    private static bool WantsPage(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .Accept.Any(a => a.MediaType.Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase));
}
