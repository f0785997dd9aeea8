using System.Net.Mime;
using Microsoft.Extensions.Options;
using SummitBot.BotFramework.Hosting;
using SummitBot.Core.Answers;

namespace SummitBot.Web.Asking;

public static partial class AskEndpoints
{
    public static IEndpointRouteBuilder MapAsk(this IEndpointRouteBuilder endpoints)
    {
        WebOptions limits = endpoints.ServiceProvider.GetRequiredService<IOptions<WebOptions>>().Value;
        endpoints
            .MapPost("/api/ask", AskAsync)
            .WithName("Ask")
            .WithSummary("Answers a question from the articles.")
            .WithDescription(
                "Gives an answer whose every sentence is quoted from an article, or says that the articles don't say it. "
                    + "Each citation's quote equals the article's plain text from start to end, in UTF-16 units; "
                    + "/articles/{articleId}?start={start}&end={end}#cited shows it there."
            )
            .Produces<AnswerDocument>()
            .TakesQuestion(limits);
        return endpoints;
    }

    private static async Task<IResult> AskAsync(
        AskRequest request,
        HttpContext http,
        TimeLimitedAnswerer answerer,
        IOptions<WebOptions> options,
        ILogger<AskRequest> logger,
        CancellationToken cancellationToken
    )
    {
        if (
            !request.TryRead(
                options.Value.MaxTurns,
                NetworkAddress.Of(http),
                out Question? question,
                out string? problem
            )
        )
        {
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        LogQuestion(logger, question.Text);
        Answer answer = await answerer.AnswerAsync(question, cancellationToken);
        LogAnswer(logger, answer.Outcome, answer.Citations.Count, answer.Elapsed.TotalMilliseconds);
        return TypedResults.Text(
            AnswerJson.Serialize(AnswerDocument.Of(answer, request.Id)),
            MediaTypeNames.Application.Json
        );
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "Asked: {Question}")]
    private static partial void LogQuestion(ILogger logger, string question);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Outcome} with {Citations} citations in {Milliseconds:0.0} ms"
    )]
    private static partial void LogAnswer(ILogger logger, AnswerOutcome outcome, int citations, double milliseconds);
}
