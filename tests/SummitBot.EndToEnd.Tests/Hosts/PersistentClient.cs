using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SummitBot.EndToEnd.Tests.Hosts;

/// <summary>A client that sends a request again, as it was, until it is answered: by what the protocol promises it may.</summary>
internal sealed class PersistentClient(HttpClient http)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public AuthenticationHeaderValue? Authorization { get; set; }

    /// <summary>How many requests had to be sent again.</summary>
    public int Repeated { get; private set; }

    public Task<JsonElement> PostAsync(string address, object body) => SendAsync(HttpMethod.Post, address, body);

    public Task<JsonElement> GetAsync(string address) => SendAsync(HttpMethod.Get, address, null);

    private async Task<JsonElement> SendAsync(HttpMethod method, string address, object? body)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            string error;
            try
            {
                using var request = new HttpRequestMessage(method, address);
                request.Content = body is null ? null : JsonContent.Create(body);
                request.Headers.Authorization = Authorization;
                using HttpResponseMessage response = await http.SendAsync(request, Cancelled);
                string text = await response.Content.ReadAsStringAsync(Cancelled);
                if (response.IsSuccessStatusCode)
                {
                    return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
                }

                error = $"{(int)response.StatusCode} {text}";
                Assert.True((int)response.StatusCode is 429 or >= 500, $"{method} {address}: {error}");
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                error = e.Message;
            }

            Assert.False(limit.IsCancellationRequested, $"{method} {address} was never answered: {error}");
            Repeated++;
            await Task.Delay(100, Cancelled);
        }
    }
}
