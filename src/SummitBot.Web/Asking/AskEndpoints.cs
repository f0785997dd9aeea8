using System.Net.Mime;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Questions;
using SummitBot.Web.Access;
using SummitBot.Web.Hosting;

namespace SummitBot.Web.Asking;

public static class AskEndpoints
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
            .AcceptsQuestion(limits);
        return endpoints;
    }

    private static async Task<IResult> AskAsync(
        AskRequest request,
        HttpContext http,
        QuestionAnswerer answerer,
        IOptions<WebOptions> options,
        ILogger<AskRequest> logger,
        CancellationToken cancellationToken
    )
    {
        if (!request.TryMakeQuestion(http, options.Value, out Question? question, out IResult? refusal))
        {
            return refusal;
        }

        question = question with { Scope = AccessFilter.GetScope(http) };
        AskLog.Question(logger, question.Text);
        Answer answer = await answerer.AnswerAsync(question, cancellationToken);
        AskLog.Answer(logger, answer);
        return TypedResults.Text(
            AnswerJson.Serialize(AnswerDocument.From(answer, request.Id)),
            MediaTypeNames.Application.Json
        );
    }
}
