using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SummitBot.Terminal;

namespace SummitBot.TeamsSimulator;

/// <summary>The endpoint of the running bot, as a channel calls it.</summary>
public sealed class BotEndpoint(Uri address, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _client.Dispose();

    /// <summary>Waits until the bot answers, and says that its index is open where it can say that.</summary>
    /// <param name="timeout">How long to try; zero for once.</param>
    /// <exception cref="UsageException">It does not answer.</exception>
    public async Task UntilReadyAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        while (await FindProblemAsync(cancellationToken) is { } error)
        {
            if (time.GetElapsedTime(began) >= timeout)
            {
                throw new UsageException(error);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <param name="limit">How long the answer may take.</param>
    /// <exception cref="UsageException">There is no bot any more.</exception>
    public async Task<BotAnswer> PostAsync(string json, TimeSpan limit, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        try
        {
            using HttpResponseMessage response = await _client.PostAsync(address, content, either.Token);
            string body = await response.Content.ReadAsStringAsync(either.Token);
            return new BotAnswer((int)response.StatusCode, body, time.GetElapsedTime(began));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new BotAnswer(0, "", time.GetElapsedTime(began));
        }
        catch (HttpRequestException lost)
        {
            throw new UsageException($"The bot at {address} cannot be reached any more: {lost.Message}", lost);
        }
    }

    private async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TeamsLimits.Invoke, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, address);
            using HttpResponseMessage answer = await _client.SendAsync(head, either.Token);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return $"There is no bot at {address}: name its whole address with --bot, like http://localhost:3978/api/messages.";
            }

            using HttpResponseMessage ready = await _client.GetAsync(new Uri(address, "/readyz"), either.Token);
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable
                ? "The bot's index is not open yet: wait, or give --wait SECONDS."
                : null;
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return $"No bot answers at {address}: start it with `dotnet run --project src/SummitBot.Web`, or name another address with --bot.";
        }
    }
}
