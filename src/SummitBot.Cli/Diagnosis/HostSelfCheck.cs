using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SummitBot.Core.Diagnosis;
using SummitBot.Hosting;

namespace SummitBot.Cli.Diagnosis;

/// <summary>Whether the web host runs or could run where the settings say, and is reached at its public address.</summary>
internal sealed class HostSelfCheck(IConfiguration configuration, IOptions<SummitBotOptions> options) : ISelfCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public string Subject => "host";

    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = Timeout };
        foreach (Uri address in HostAddresses.Read(configuration))
        {
            HostAnswer answer = await AskAsync(client, address, cancellationToken);
            yield return CreatePortFinding(address, answer);
            if (answer is HostAnswer.Ready or HostAnswer.Live)
            {
                foreach (Finding finding in await ReadProxyFindingsAsync(client, address, cancellationToken))
                {
                    yield return finding;
                }
            }
        }

        yield return DescribeAccess();
        if (options.Value.PublicUrl is { Length: > 0 } url)
        {
            var address = new Uri($"{url.TrimEnd('/')}/");
            yield return CreatePublicUrlFinding(url, await AskAsync(client, address, cancellationToken));
        }
    }

    /// <summary>Whom the bot and the pages for operators are open to, as the host's settings say.</summary>
    private Finding DescribeAccess()
    {
        bool isOpenToMachine =
            configuration.GetSection("SummitBot:Bot:LocalServiceUrls").GetChildren().Any()
            || configuration["SummitBot:Admin:AllowLocal"] is "true" or "True";
        return isOpenToMachine
            ? new Finding(
                Subject,
                FindingLevel.Warning,
                "SummitBot:Bot:LocalServiceUrls or SummitBot:Admin:AllowLocal opens the web host to programs on this machine: remove them before you put a proxy before it, or everybody behind the proxy comes in."
            )
            : new Finding(
                Subject,
                FindingLevel.Ok,
                configuration["SummitBot:Bot:AppId"] is { Length: > 0 }
                    ? "The bot takes activities with tokens of its channels only."
                    : "The bot is off: it needs SummitBot:Bot:AppId, or, to be tried on this machine, SummitBot:Bot:LocalServiceUrls."
            );
    }

    private Finding CreatePortFinding(Uri address, HostAnswer answer)
    {
        string place = address.GetLeftPart(UriPartial.Authority);
        return answer switch
        {
            HostAnswer.Ready => new Finding(Subject, FindingLevel.Ok, $"The web host runs on {place} and is ready."),
            HostAnswer.Live => new Finding(
                Subject,
                FindingLevel.Warning,
                $"The web host runs on {place} but has no index yet: its log says why, if it lasts."
            ),
            HostAnswer.Nobody => new Finding(
                Subject,
                FindingLevel.Ok,
                $"The web host does not run; its address {place} is free."
            ),
            HostAnswer.Foreign => new Finding(
                Subject,
                FindingLevel.Error,
                $"Another program answers on {place}, so the web host could not start: stop it, or choose another address, for example --urls http://localhost:3979."
            ),
            _ => new Finding(
                Subject,
                FindingLevel.Warning,
                $"What listens on {place} does not answer: if it is not the web host, stop it or choose another address with --urls."
            ),
        };
    }

    private static Finding CreatePublicUrlFinding(string url, HostAnswer answer) =>
        answer switch
        {
            HostAnswer.Ready or HostAnswer.Live => new Finding(
                "publicUrl",
                FindingLevel.Ok,
                $"The web host is reached at {url}."
            ),
            HostAnswer.Foreign => new Finding(
                "publicUrl",
                FindingLevel.Error,
                $"At {url} something else answers than the web host: correct SummitBot:PublicUrl, or the proxy there."
            ),
            _ => new Finding(
                "publicUrl",
                FindingLevel.Warning,
                $"Nobody answers at {url} as seen from here: start the web host, and check name, certificate and proxy."
            ),
        };

    private static async Task<HostAnswer> AskAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage live = await client.GetAsync(new Uri(address, "healthz"), cancellationToken);
            if (!await IsOursAsync(live, cancellationToken))
            {
                return HostAnswer.Foreign;
            }

            using HttpResponseMessage ready = await client.GetAsync(new Uri(address, "readyz"), cancellationToken);
            return ready.StatusCode == HttpStatusCode.OK ? HostAnswer.Ready : HostAnswer.Live;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return HostAnswer.Nobody;
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError
                    is HttpRequestError.InvalidResponse
                        or HttpRequestError.ResponseEnded
                        or HttpRequestError.HttpProtocolError
            )
        {
            return HostAnswer.Foreign;
        }
        catch (Exception e)
            when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return HostAnswer.Unreachable;
        }
    }

    /// <summary>What the running host has noticed of a proxy before it; nobody else can know.</summary>
    private async Task<IReadOnlyList<Finding>> ReadProxyFindingsAsync(
        HttpClient client,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "readyz"));
        if (configuration["SummitBot:Admin:Key"] is { Length: > 0 } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
            JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return
            [
                .. body.GetProperty("checks")
                    .EnumerateArray()
                    .Where(c => c.GetProperty("subject").ValueEquals("proxy"))
                    .Select(c => new Finding(
                        "proxy",
                        FindingLevel.Warning,
                        c.TryGetProperty("text", out JsonElement text)
                            ? text.GetString()!
                            : "The web host has noticed a fault of the proxy before it: its log says which."
                    )),
            ];
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return [];
        }
    }

    private static async Task<bool> IsOursAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return false;
        }

        try
        {
            JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return body.ValueKind == JsonValueKind.Object
                && body.TryGetProperty("status", out JsonElement status)
                && status.ValueEquals("live");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
