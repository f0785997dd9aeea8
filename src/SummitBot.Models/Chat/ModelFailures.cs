using System.ClientModel;
using System.Net;
using Azure.Identity;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>Makes one kind of trouble of the many exceptions between us and a model. Nothing a server said is passed on.</summary>
internal static class ModelFailures
{
    /// <param name="model">Its name, for the message.</param>
    public static ModelUnavailableException Of(Exception exception, ModelChoice model)
    {
        if (exception is ModelUnavailableException known)
        {
            return known;
        }

        (ModelTrouble trouble, string detail) = Chain(exception)
            .Select(TroubleOf)
            .FirstOrDefault(t => t is not null, (ModelTrouble.Garbled, exception.GetType().Name))!
            .Value;
        return Of(trouble, model, detail);
    }

    /// <summary>The trouble as a sentence that says how to mend it.</summary>
    public static ModelUnavailableException Of(ModelTrouble trouble, ModelChoice model, string detail) =>
        new(trouble, $"{model}: {Sentence(trouble)} ({detail})");

    private static string Sentence(ModelTrouble trouble) =>
        trouble switch
        {
            ModelTrouble.Unreachable => "the server cannot be reached or fails; check its address and that it runs.",
            ModelTrouble.Unauthorized => "the server refuses the key; set a valid one in the environment.",
            ModelTrouble.UnknownModel =>
                "the server has no such model at this address; correct the name or the address.",
            ModelTrouble.RateLimited => "the server takes no more requests for now; wait, or raise its limit.",
            ModelTrouble.Slow => "no words came in time; raise the time limits or take a faster model.",
            ModelTrouble.CutOff => "the answer broke off; check the connection and the server's log.",
            ModelTrouble.Refused => "the model or the server's filter refused to answer.",
            ModelTrouble.Garbled =>
                "the answer could not be read; check that the server speaks OpenAI's chat completions.",
            ModelTrouble.Empty => "the answer was empty.",
            ModelTrouble.TooLong => "the prompt or the answer was longer than the settings allow.",
            ModelTrouble.BudgetSpent => "the budget of the settings is spent.",
            ModelTrouble.BadPrompt => "the prompt file cannot be used.",
            ModelTrouble.Unexpected => "something unexpected went wrong.",
            ModelTrouble.CircuitOpen => "it failed too often just now and is left alone for a while.",
            _ => "the draft was not borne out by the articles.",
        };

    private static (ModelTrouble Trouble, string Detail)? TroubleOf(Exception exception) =>
        exception switch
        {
            ModelUnavailableException known => (known.Trouble, "as before"),
            TimeoutRejectedException or OperationCanceledException => (ModelTrouble.Slow, "time limit"),
            BrokenCircuitException => (ModelTrouble.CircuitOpen, "circuit breaker"),
            ResponseTooLongException tooLong => (ModelTrouble.TooLong, tooLong.Message),
            AuthenticationFailedException => (ModelTrouble.Unauthorized, "Entra ID gave no token"),
            HttpOperationException { StatusCode: { } status } => OfStatus((int)status),
            ClientResultException { Status: > 0 } failed => OfStatus(failed.Status),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException => (
                ModelTrouble.CutOff,
                "connection closed"
            ),
            HttpRequestException failed => (ModelTrouble.Unreachable, failed.HttpRequestError.ToString()),
            IOException => (ModelTrouble.CutOff, "connection closed"),
            _ => null,
        };

    private static (ModelTrouble Trouble, string Detail) OfStatus(int status) =>
        (
            (HttpStatusCode)status switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ModelTrouble.Unauthorized,
                HttpStatusCode.NotFound => ModelTrouble.UnknownModel,
                HttpStatusCode.TooManyRequests => ModelTrouble.RateLimited,
                HttpStatusCode.RequestTimeout => ModelTrouble.Slow,
                HttpStatusCode.OK => ModelTrouble.Garbled,
                >= HttpStatusCode.InternalServerError => ModelTrouble.Unreachable,
                >= HttpStatusCode.BadRequest => ModelTrouble.Refused,
                _ => ModelTrouble.Unreachable,
            },
            $"HTTP {status}"
        );

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? at = exception; at is not null; at = at.InnerException)
        {
            yield return at;
        }
    }
}
