using System.ClientModel;
using System.Net;
using Azure.Identity;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SummitBot.Core.Models;

namespace SummitBot.Models.Chat;

/// <summary>Makes one kind of trouble of the many exceptions between us and a model. Nothing a server said is passed on.</summary>
internal static class ModelErrorMapper
{
    /// <param name="model">Its name, for the message.</param>
    public static ModelUnavailableException CreateException(Exception exception, ModelChoice model)
    {
        if (exception is ModelUnavailableException known)
        {
            return known;
        }

        (ModelError error, string detail) = Chain(exception)
            .Select(Classify)
            .FirstOrDefault(t => t is not null, (ModelError.Garbled, exception.GetType().Name))!
            .Value;
        return CreateException(error, model, detail);
    }

    /// <summary>The trouble as a sentence that says how to mend it.</summary>
    public static ModelUnavailableException CreateException(ModelError error, ModelChoice model, string detail) =>
        new(error, $"{model}: {Sentence(error)} ({detail})");

    private static string Sentence(ModelError error) =>
        error switch
        {
            ModelError.Unreachable => "the server cannot be reached or fails; check its address and that it runs.",
            ModelError.Unauthorized => "the server refuses the key; set a valid one in the environment.",
            ModelError.UnknownModel => "the server has no such model at this address; correct the name or the address.",
            ModelError.RateLimited => "the server takes no more requests for now; wait, or raise its limit.",
            ModelError.Slow => "no words came in time; raise the time limits or take a faster model.",
            ModelError.CutOff => "the answer broke off; check the connection and the server's log.",
            ModelError.Refused => "the model or the server's filter refused to answer.",
            ModelError.Garbled =>
                "the answer could not be read; check that the server speaks OpenAI's chat completions.",
            ModelError.Empty => "the answer was empty.",
            ModelError.TooLong => "the prompt or the answer was longer than the settings allow.",
            ModelError.BudgetSpent => "the budget of the settings is spent.",
            ModelError.BadPrompt => "the prompt file cannot be used.",
            ModelError.Unexpected => "something unexpected went wrong.",
            ModelError.CircuitOpen => "it failed too often just now and is left alone for a while.",
            _ => "the draft was not borne out by the articles.",
        };

    private static (ModelError Trouble, string Detail)? Classify(Exception exception) =>
        exception switch
        {
            ModelUnavailableException known => (known.Error, "as before"),
            TimeoutRejectedException or OperationCanceledException => (ModelError.Slow, "time limit"),
            BrokenCircuitException => (ModelError.CircuitOpen, "circuit breaker"),
            ResponseTooLongException tooLong => (ModelError.TooLong, tooLong.Message),
            AuthenticationFailedException => (ModelError.Unauthorized, "Entra ID gave no token"),
            HttpOperationException { StatusCode: { } status } => ClassifyStatus((int)status),
            ClientResultException { Status: > 0 } failed => ClassifyStatus(failed.Status),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException => (
                ModelError.CutOff,
                "connection closed"
            ),
            HttpRequestException failed => (ModelError.Unreachable, failed.HttpRequestError.ToString()),
            IOException => (ModelError.CutOff, "connection closed"),
            _ => null,
        };

    private static (ModelError Trouble, string Detail) ClassifyStatus(int status) =>
        (
            (HttpStatusCode)status switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ModelError.Unauthorized,
                HttpStatusCode.NotFound => ModelError.UnknownModel,
                HttpStatusCode.TooManyRequests => ModelError.RateLimited,
                HttpStatusCode.RequestTimeout => ModelError.Slow,
                HttpStatusCode.OK => ModelError.Garbled,
                >= HttpStatusCode.InternalServerError => ModelError.Unreachable,
                >= HttpStatusCode.BadRequest => ModelError.Refused,
                _ => ModelError.Unreachable,
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
