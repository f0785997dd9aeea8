using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SummitBot.Core.Models;
using SummitBot.Models.Chat;

namespace SummitBot.Models.Diagnosis;

/// <summary>Asks servers for their models by OpenAI's <c>GET /models</c>, which is free.</summary>
internal sealed class ModelLister(IHttpClientFactory clients, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public async Task<ModelListing> ListAsync(ModelChoice model, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using HttpRequestMessage request = RequestFor(model);
        try
        {
            using HttpClient client = clients.CreateClient(ModelHttp.DiagnosisClientName);
            using HttpResponseMessage response = await client.SendAsync(request, either.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(ServerReachability.Refused, null, ""),
                HttpStatusCode.OK => new(ServerReachability.Reached, await NamesInAsync(response, either.Token), ""),
                _ => new(ServerReachability.Reached, null, ""),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(ServerReachability.Unreachable, null, $"no answer in {Timeout.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(ServerReachability.Unreachable, null, GetReason(e));
        }
    }

    private static HttpRequestMessage RequestFor(ModelChoice model)
    {
        string endpoint = ModelServices.GetEndpoint(model).ToString().TrimEnd('/');
        if (model.Provider == ModelProvider.AzureOpenAI)
        {
            var azure = new HttpRequestMessage(HttpMethod.Get, $"{endpoint}/openai/models?api-version=2024-10-21");
            if (model.ApiKey.Length > 0)
            {
                azure.Headers.Add("api-key", model.ApiKey);
            }

            return azure;
        }

        var request = new HttpRequestMessage(HttpMethod.Get, $"{endpoint}/models");
        if (model.ApiKey.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", model.ApiKey);
        }

        return request;
    }

    /// <summary>Null when the response is not a list of models.</summary>
    private static async Task<IReadOnlyList<string>?> NamesInAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        try
        {
            JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return
            [
                .. body.GetProperty("data")
                    .EnumerateArray()
                    .Select(m => m.GetProperty("id").GetString())
                    .OfType<string>(),
            ];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string GetReason(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: var error }
            ? error switch
            {
                HttpRequestError.NameResolutionError => "its name is unknown",
                HttpRequestError.ConnectionError => "nothing accepts a connection there",
                HttpRequestError.SecureConnectionError => "no secure connection; is its certificate trusted?",
                _ => error.ToString(),
            }
            : "the connection broke";
}

/// <summary>A server's response to a request for its models.</summary>
/// <param name="Reach">Whether it was reached.</param>
/// <param name="Names">Its models; null when it gave no list.</param>
/// <param name="Detail">Why it was not reached, a few words.</param>
internal sealed record ModelListing(ServerReachability Reach, IReadOnlyList<string>? Names, string Detail);

/// <summary>The result of a request.</summary>
internal enum ServerReachability
{
    /// <summary>It answered.</summary>
    Reached,

    /// <summary>It answered that the key is wrong or missing.</summary>
    Refused,

    /// <summary>No answer came.</summary>
    Unreachable,
}
