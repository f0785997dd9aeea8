using System.Globalization;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Admin;

public static class AdminEndpoints
{
    private const int UsualDays = 14;
    private const int MaxDays = 365;

    /// <summary>
    /// For operators: questions, refusals, feedback and response times, and their export; conversations, in which answers are
    /// marked as wrong; the sources.
    /// </summary>
    public static IEndpointRouteBuilder MapAdmin(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder admin = endpoints
            .MapGroup("/admin")
            .ExcludeFromDescription()
            .AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<AdminAccess>())
            .AddEndpointFilter<SameOriginFilter>();
        admin.MapGet("", ShowAsync);
        admin.MapGet(
            "/export.json",
            (OperatorReports reports, [FromQuery] string? days, CancellationToken cancelled) =>
                ExportAsync(reports, days, OperatorExport.ToJson, MediaTypeNames.Application.Json, "json", cancelled)
        );
        admin.MapGet(
            "/export.csv",
            (OperatorReports reports, [FromQuery] string? days, CancellationToken cancelled) =>
                ExportAsync(reports, days, OperatorExport.ToCsv, MediaTypeNames.Text.Csv, "csv", cancelled)
        );
        admin.MapReview();
        admin.MapGet("/sources", ShowSources);
        admin.MapPost(
            "/sign-out",
            (HttpContext context) =>
                context.User.Identity?.IsAuthenticated == true
                    ? (IResult)
                        TypedResults.SignOut(
                            new AuthenticationProperties { RedirectUri = "/" },
                            [EntraSignIn.CookieScheme]
                        )
                    : TypedResults.Redirect("/")
        );
        return endpoints;
    }

    private static async Task<IResult> ShowAsync(
        OperatorReports reports,
        RefusalTopics topics,
        IndexStatus status,
        HttpContext context,
        [FromQuery] string? days,
        CancellationToken cancellationToken
    )
    {
        var texts = AdminTexts.For(context.Request);
        int span = ParseDays(days);
        OperatorReport report = await reports.LastDaysAsync(span, cancellationToken);
        var page = new OperatorPage(texts, report, topics.Group(report.Refused), status.Current, span);
        return AdminMarkup.CreatePage(texts, context, texts.Asked, page.ToBody()).ToResult();
    }

    private static IResult ShowSources(SourcesPage sources, HttpContext context)
    {
        var texts = AdminTexts.For(context.Request);
        return AdminMarkup.CreatePage(texts, context, texts.Sources, sources.ToBody(texts)).ToResult();
    }

    private static async Task<IResult> ExportAsync(
        OperatorReports reports,
        string? days,
        Func<OperatorReport, string> write,
        string type,
        string extension,
        CancellationToken cancellationToken
    )
    {
        OperatorReport report = await reports.LastDaysAsync(ParseDays(days), cancellationToken);
        return TypedResults.File(
            Encoding.UTF8.GetBytes(write(report)),
            $"{type}; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"summitbot-{report.Until:yyyy-MM-dd}.{extension}")
        );
    }

    /// <summary>An invalid number of days is replaced by the default.</summary>
    private static int ParseDays(string? days) =>
        int.TryParse(days, CultureInfo.InvariantCulture, out int read) ? Math.Clamp(read, 1, MaxDays) : UsualDays;
}
