using System.Globalization;

namespace SummitBot.Web.Corpus;

/// <summary>The header <c>Retry-After</c> (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    public static void Set(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);

    /// <summary>Tells clients to wait as long as the <see cref="CorpusRefresher"/> does when there is no index.</summary>
    public static void Set(HttpResponse response) => Set(response, CorpusRefresher.RetryPause);
}
