using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Questions;
using SummitBot.Web.Access;
using SummitBot.Web.Hosting;
using SummitBot.Web.Problems;

namespace SummitBot.Web.Asking;

public static partial class AskStreamEndpoints
{
    private const string EventStream = "text/event-stream";

    public static IEndpointRouteBuilder MapAskStream(this IEndpointRouteBuilder endpoints)
    {
        WebOptions limits = endpoints.ServiceProvider.GetRequiredService<IOptions<WebOptions>>().Value;
        endpoints
            .MapPost("/api/ask/stream", StreamAsync)
            .WithName("AskStream")
            .WithSummary("Answers a question, and streams it while it is written.")
            .WithDescription(
                "Server-sent events, each with a whole JSON answer as of /api/ask: 'preliminary' (the quoted answer, while "
                    + "a model still writes), 'partial' (the sentences of the model that passed the check so far), and at "
                    + "the end 'final', or 'error' with problem details. Each replaces the one before."
            )
            .Produces<AnswerDocument>(StatusCodes.Status200OK, EventStream)
            .AcceptsQuestion(limits);
        return endpoints;
    }

    private static async Task<IResult> StreamAsync(
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
        IAsyncEnumerator<AnswerUpdate> updates = answerer
            .StreamAsync(question, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        try
        {
            // Before the first event, an error can still set the status.
            await updates.MoveNextAsync();
        }
        catch
        {
            await updates.DisposeAsync();
            throw;
        }

        return TypedResults.ServerSentEvents(StreamEventsAsync(updates, request.Id, logger, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<string>> StreamEventsAsync(
        IAsyncEnumerator<AnswerUpdate> updates,
        string? id,
        ILogger logger,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using (updates)
        {
            bool hasNext = true;
            while (hasNext)
            {
                AnswerUpdate update = updates.Current;
                if (update.Stage == AnswerStage.Final)
                {
                    AskLog.Answer(logger, update.Answer);
                }

                string name = JsonNamingPolicy.CamelCase.ConvertName(update.Stage.ToString());
                yield return new SseItem<string>(AnswerJson.Serialize(AnswerDocument.From(update.Answer, id)), name);
                cancellationToken.ThrowIfCancellationRequested();
                SseItem<string>? error = null;
                try
                {
                    hasNext = await updates.MoveNextAsync();
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogBroken(logger, e);
                    hasNext = false;
                    error = CreateError(e);
                }

                if (error is { } broken)
                {
                    yield return broken;
                }
            }
        }
    }

    private static SseItem<string> CreateError(Exception exception)
    {
        int status =
            exception is TimeoutException
                ? StatusCodes.Status504GatewayTimeout
                : StatusCodes.Status500InternalServerError;
        return new SseItem<string>(
            JsonSerializer.Serialize(
                new ProblemDetails { Status = status, Detail = ProblemTexts.For(status) },
                JsonSerializerOptions.Web
            ),
            "error"
        );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stream of an answer failed")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}
