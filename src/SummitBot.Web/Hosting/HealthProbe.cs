namespace SummitBot.Web.Hosting;

/// <summary>
/// What <c>SummitBot.Web --check-health</c> does in place of serving: asks the host on this machine whether it is alive. It is
/// for containers, whose image has no other program that could.
/// </summary>
public static class HealthProbe
{
    public const string Flag = "--check-health";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <returns>0 when the host answers, 1 when it does not.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        using var client = new HttpClient { Timeout = Limit };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(FindAddress(configuration), "/healthz"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"The host does not answer: {e.Message}");
            return 1;
        }
    }

    /// <summary>The first address that the host listens on, from this machine.</summary>
    private static Uri FindAddress(IConfiguration configuration)
    {
        if (configuration["http_ports"]?.Split(';') is [var port, ..] && port.Length > 0)
        {
            return new Uri($"http://127.0.0.1:{port}");
        }

        string url = configuration["urls"]?.Split(';')[0] ?? ServerSetup.DefaultUrl;
        // Any address of this machine is written by a sign that is no host.
        var address = new UriBuilder(
            url.Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal)
        );
        address.Host = address.Host is "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return address.Uri;
    }
}
