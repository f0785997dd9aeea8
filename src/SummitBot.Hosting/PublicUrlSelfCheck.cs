using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SummitBot.Core.Diagnosis;

namespace SummitBot.Hosting;

/// <summary>
/// Checks that users are given links to the article pages. Whether the links work is checked by a host.
/// </summary>
public sealed class PublicUrlSelfCheck(IOptions<SummitBotOptions> options) : ISelfCheck
{
    public string Subject => "publicUrl";

    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        string url = options.Value.PublicUrl;
        if (url.Length == 0)
        {
            yield return new Finding(
                Subject,
                FindingLevel.Ok,
                "SummitBot:PublicUrl is empty, so chats cannot link to the article pages and the web host serves no name but localhost; set it to the address under which people reach the web host."
            );
        }
        else if (new Uri(url).Scheme != Uri.UriSchemeHttps)
        {
            yield return new Finding(
                Subject,
                FindingLevel.Warning,
                $"SummitBot:PublicUrl {url} is not https, which Microsoft Teams requires: put a proxy with a certificate before the web host."
            );
        }
        else
        {
            yield return new Finding(Subject, FindingLevel.Ok, $"Chats link to the article pages below {url}.");
        }
    }
}
