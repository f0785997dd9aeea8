using System.ClientModel;
using System.Globalization;
using System.Net;
using OllamaSharp.Models.Exceptions;
using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Embeddings;

/// <summary>
/// Says in a sentence what is wrong with the model and how to mend it. Servers repeat keys and texts in their errors, so
/// nothing of what they say is passed on.
/// </summary>
internal static class EmbeddingErrors
{
    public static EmbeddingUnavailableException TooSlow(EmbeddingOptions options, TimeSpan limit) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The embedding model {options.Name} did not answer within {limit.TotalSeconds:0.#} s: check the server, or raise {EmbeddingOptions.Section}:TimeoutSeconds or QuestionTimeoutSeconds."
            )
        );

    public static EmbeddingUnavailableException NoVectors(EmbeddingOptions options, string gave) =>
        new(
            $"The embedding model {options.Name} gave {gave}: check {EmbeddingOptions.Section}:Name and Endpoint, they may name a model that makes no embeddings."
        );

    public static EmbeddingUnavailableException Explain(EmbeddingOptions options, Exception cause)
    {
        foreach (Exception e in Flatten(cause))
        {
            if (GetStatus(e) is { } status)
            {
                return new EmbeddingUnavailableException(DescribeStatus(options, status));
            }

            if (e is Azure.Identity.AuthenticationFailedException)
            {
                return new EmbeddingUnavailableException(
                    $"No identity could be signed in for the embedding deployment {options.Name}: sign in with `az login`, give the host a managed identity, or set {EmbeddingOptions.Section}:ApiKey."
                );
            }

            if (e is OllamaException or ResponseError)
            {
                return new EmbeddingUnavailableException(
                    $"Ollama cannot use the embedding model {options.Name}: run `ollama pull {options.Name}`, or correct {EmbeddingOptions.Section}:Name."
                );
            }

            if (e is HttpRequestException or System.Net.Sockets.SocketException)
            {
                return new EmbeddingUnavailableException(
                    $"The server of the embedding model {options.Name} cannot be reached: start it, or correct {EmbeddingOptions.Section}:Endpoint."
                );
            }
        }

        return NoVectors(options, $"something that is no embeddings ({cause.GetType().Name})");
    }

    private static string DescribeStatus(EmbeddingOptions options, int status) =>
        status switch
        {
            (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden =>
                $"The server of the embedding model {options.Name} refuses the key ({status}): correct {EmbeddingOptions.Section}:ApiKey.",
            (int)HttpStatusCode.NotFound =>
                $"The server has no embedding model {options.Name} (404): correct {EmbeddingOptions.Section}:Name, or Endpoint.",
            (int)HttpStatusCode.TooManyRequests =>
                $"The server of the embedding model {options.Name} is asked too often or the quota is used up (429): try again later.",
            >= 500 =>
                $"The server of the embedding model {options.Name} failed ({status}): try again later, or look at its log.",
            _ =>
                $"The server of the embedding model {options.Name} refuses the request ({status}): check {EmbeddingOptions.Section}:Name, Dimensions and BatchSize.",
        };

    private static int? GetStatus(Exception e) =>
        e switch
        {
            ClientResultException { Status: > 0 } result => result.Status,
            HttpRequestException { StatusCode: { } code } => (int)code,
            _ => null,
        };

    private static IEnumerable<Exception> Flatten(Exception cause)
    {
        for (Exception? e = cause; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
