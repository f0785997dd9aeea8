using System.Net;
using System.Text;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Fetching;

/// <summary>
/// One look at a source: one request after the other, with pauses between them. A server that asks to be left alone is left
/// alone until the next look. What cannot be had stays as it was; only what the server says is gone goes.
/// </summary>
internal sealed class SourceVisit(Source source, WebClient client, bool isDryRun, TimeProvider time)
{
    private const int MaxSitemaps = 50;

    /// <summary>The pause before a page that its feed has dropped is looked at again.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    private readonly FetchedFiles _state = FetchedFiles.Load(source.Folder);
    private readonly List<FetchedItem> _items = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RobotsRules> _robots = new(StringComparer.Ordinal);
    private readonly Queue<Uri> _waiting = new();
    private string? _stop;
    private bool _hasAsked;

    public async Task<FetchReport> RunAsync(CancellationToken cancellationToken)
    {
        bool isComplete = await FindAsync(cancellationToken);
        while (_stop is null && _waiting.TryDequeue(out Uri? address))
        {
            if (_seen.Add(address.AbsoluteUri))
            {
                if (_seen.Count > source.Options.MaxPages)
                {
                    _items.Add(
                        new FetchedItem(address, FetchOutcome.LeftOut, "The source has more pages than MaxPages.")
                    );
                    break;
                }

                await FetchAsync(
                    address,
                    followsLinks: source.Options.Type == SourceType.Site && !isComplete,
                    cancellationToken
                );
            }
        }

        await LookAtFormerAsync(cancellationToken);
        if (_stop is not null)
        {
            _items.Add(new FetchedItem(new Uri(FirstAddress), FetchOutcome.Failed, _stop));
        }

        return new FetchReport(_items);
    }

    private string FirstAddress =>
        source.Options.Type == SourceType.Pages ? source.Options.Urls[0] : source.Options.Url;

    /// <summary>Queues what is to be looked at; true when these are all pages.</summary>
    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        switch (source.Options.Type)
        {
            case SourceType.Pages:
                Enqueue(source.Options.Urls.Select(url => new Uri(url)));
                return true;
            case SourceType.Feed:
                await FindInFeedAsync(new Uri(source.Options.Url), cancellationToken);
                return true;
            default:
                return await FindInSiteAsync(new Uri(source.Options.Url), cancellationToken);
        }
    }

    private async Task FindInFeedAsync(Uri feed, CancellationToken cancellationToken)
    {
        WebResponse response = await GetAsync(feed, former: null, cancellationToken);
        IReadOnlyList<Uri> links = response.IsOk
            ? WebLinks.InFeed(response.Content, response.Address, cancellationToken)
            : [];
        if (links.Count == 0)
        {
            string reason = response.IsOk
                ? "It is no feed, or announces nothing: give the address of an RSS or Atom feed, or make the source one of the type 'site'."
                : response.Reason;
            _items.Add(new FetchedItem(feed, FetchOutcome.Failed, reason));
        }

        Enqueue(links.Where(l => l != feed));
    }

    /// <summary>The pages of the sitemaps; without any the first page, from which links are followed.</summary>
    private async Task<bool> FindInSiteAsync(Uri site, CancellationToken cancellationToken)
    {
        RobotsRules robots = await GetRobotsAsync(site, cancellationToken);
        var sitemaps = new Queue<Uri>(
            robots.Sitemaps.Select(s => WebLinks.Resolve(s, site)).OfType<Uri>().Append(new Uri(site, "/sitemap.xml"))
        );
        var known = new HashSet<string>(StringComparer.Ordinal);
        var pages = new List<Uri>();
        while (_stop is null && known.Count < MaxSitemaps && sitemaps.TryDequeue(out Uri? sitemap))
        {
            if (!IsSameHost(sitemap, site) || !known.Add(sitemap.AbsoluteUri))
            {
                continue;
            }

            WebResponse response = await GetAsync(sitemap, former: null, cancellationToken);
            if (response.IsOk)
            {
                (IReadOnlyList<Uri> found, IReadOnlyList<Uri> further) = WebLinks.InSitemap(
                    response.Content,
                    response.Address,
                    cancellationToken
                );
                pages.AddRange(found);
                foreach (Uri next in further)
                {
                    sitemaps.Enqueue(next);
                }
            }
        }

        Uri[] own = [.. pages.Where(IsInScope)];
        Enqueue(own.Length > 0 ? own : [site]);
        return own.Length > 0;
    }

    private async Task FetchAsync(Uri address, bool followsLinks, CancellationToken cancellationToken)
    {
        FetchedFiles.Entry? former = _state.Entries.GetValueOrDefault(address.AbsoluteUri);
        RobotsRules robots = await GetRobotsAsync(address, cancellationToken);
        if (_stop is { } reason)
        {
            _items.Add(new FetchedItem(address, FetchOutcome.Failed, reason));
            return;
        }

        if (!robots.Allows(address))
        {
            Forget(address, FetchOutcome.LeftOut, "robots.txt forbids it.");
            return;
        }

        // A page whose links are wanted is read whole, whether it has changed or not.
        bool isKnown = former is not null && _state.HasFile(former) && !followsLinks;
        WebResponse response = await GetAsync(address, isKnown ? former : null, cancellationToken);
        if (response.Status == HttpStatusCode.NotModified && isKnown)
        {
            _contents.Add(former!.Hash);
            _items.Add(new FetchedItem(address, FetchOutcome.Unchanged));
        }
        else if (response.IsGone)
        {
            Forget(address, former is null ? FetchOutcome.Failed : FetchOutcome.Gone, response.Reason);
        }
        else if (!response.IsOk)
        {
            _items.Add(new FetchedItem(address, FetchOutcome.Failed, response.Reason));
        }
        else
        {
            Keep(address, former, response, followsLinks, cancellationToken);
        }
    }

    private void Keep(
        Uri address,
        FetchedFiles.Entry? former,
        WebResponse response,
        bool followsLinks,
        CancellationToken cancellationToken
    )
    {
        if (WebDocument.Create(address, response) is not { } document)
        {
            Forget(address, FetchOutcome.LeftOut, $"It is of the type '{response.MediaType}', which is not read.");
            return;
        }

        PageLinks? page = document.Html is { } html ? PageLinks.Parse(html, response.Address, cancellationToken) : null;
        if (followsLinks && page is not null)
        {
            Enqueue(page.Links.Where(IsInScope));
        }

        if (page?.MayBeKept == false)
        {
            Forget(address, FetchOutcome.LeftOut, "The page asks not to be kept (robots: noindex).");
            return;
        }

        // A site that answers every address with the same page has that page once.
        if (!_contents.Add(document.Hash))
        {
            Forget(address, FetchOutcome.LeftOut, "Another address has the same page.");
            return;
        }

        bool isSame = former?.Hash == document.Hash && _state.HasFile(former);
        if (!isDryRun && !(isSame && former!.ETag == response.ETag && former.LastModified == response.LastModified))
        {
            var entry = new FetchedFiles.Entry(
                address.AbsoluteUri,
                document.FileName,
                document.Hash,
                response.ETag,
                response.LastModified
            );
            if (isSame)
            {
                _state.Note(entry);
            }
            else
            {
                _state.Put(entry, document.Content);
            }
        }

        FetchOutcome outcome =
            isSame ? FetchOutcome.Unchanged
            : former is null ? FetchOutcome.New
            : FetchOutcome.Changed;
        _items.Add(new FetchedItem(address, outcome));
    }

    private void ForgetFile(string path)
    {
        _items.Add(
            new FetchedItem(new Uri(FirstAddress), FetchOutcome.Gone, $"The source does not have {path} any more.")
        );
        if (!isDryRun)
        {
            _state.Remove(path);
        }
    }

    private void Forget(Uri address, FetchOutcome outcome, string reason)
    {
        _items.Add(new FetchedItem(address, outcome, reason));
        if (!isDryRun)
        {
            _state.Remove(address.AbsoluteUri);
        }
    }

    /// <summary>
    /// What is fetched already and was not found this time is looked at: it may be gone, or only not be listed any more. What a
    /// feed has dropped is looked at once a day.
    /// </summary>
    private async Task LookAtFormerAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var looked = new List<string>();
        foreach (FetchedFiles.Entry entry in _state.Entries.Values.Where(e => !_seen.Contains(e.Address)).ToArray())
        {
            if (!Uri.TryCreate(entry.Address, UriKind.Absolute, out Uri? former) || former.IsFile)
            {
                // The path of a file, from when the source was of another type.
                ForgetFile(entry.Address);
                continue;
            }

            if (
                source.Options.Type == SourceType.Pages
                || (source.Options.Type == SourceType.Site && !IsInScope(former))
            )
            {
                Forget(former, FetchOutcome.Gone, "The settings do not name it any more.");
            }
            else if (source.Options.Type != SourceType.Feed || !(now - entry.LookedAt < LookAgain))
            {
                await FetchAsync(former, followsLinks: false, cancellationToken);
                looked.Add(entry.Address);
            }

            if (_stop is not null)
            {
                break;
            }
        }

        if (source.Options.Type == SourceType.Feed && !isDryRun && looked.Count > 0)
        {
            _state.Note([
                .. looked.Where(_state.Entries.ContainsKey).Select(a => _state.Entries[a] with { LookedAt = now }),
            ]);
        }
    }

    private async Task<RobotsRules> GetRobotsAsync(Uri address, CancellationToken cancellationToken)
    {
        string host = address.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(host, out RobotsRules? known))
        {
            return known;
        }

        WebResponse response = await client.GetAsync(
            new Uri(address, "/robots.txt"),
            _ => true,
            etag: null,
            lastModified: null,
            cancellationToken
        );
        int status = (int)response.Status;
        RobotsRules rules =
            response.IsOk ? RobotsRules.Parse(Encoding.UTF8.GetString(response.Content), GuardedConnections.Agent)
            : status is >= 400 and < 500 && status != (int)HttpStatusCode.TooManyRequests ? RobotsRules.AllowAll
            : RobotsRules.ForbidAll;
        if (rules == RobotsRules.ForbidAll)
        {
            // Nobody knows what is forbidden: nothing is fetched, and nothing that was fetched goes.
            _stop ??= $"{host}/robots.txt cannot be had, so that nothing is fetched. {response.Reason}";
        }

        return _robots[host] = rules;
    }

    private async Task<WebResponse> GetAsync(
        Uri address,
        FetchedFiles.Entry? former,
        CancellationToken cancellationToken
    )
    {
        if (_stop is { } reason)
        {
            return new WebResponse(address) { Error = reason };
        }

        await PauseAsync(address, cancellationToken);
        WebResponse response = await client.GetAsync(
            address,
            next => IsInScope(next) || source.Options.Type != SourceType.Site,
            former?.ETag,
            former?.LastModified,
            cancellationToken
        );
        if (response.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
        {
            _stop = $"{address.Host} asks to be left alone ({(int)response.Status}): the rest waits for the next time.";
        }

        return response;
    }

    private async Task PauseAsync(Uri address, CancellationToken cancellationToken)
    {
        TimeSpan asked = _robots.GetValueOrDefault(address.GetLeftPart(UriPartial.Authority))?.Delay ?? TimeSpan.Zero;
        var own = TimeSpan.FromSeconds(source.Options.DelaySeconds);
        TimeSpan pause = asked > own ? asked : own;
        if (_hasAsked && pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken);
        }

        _hasAsked = true;
    }

    private void Enqueue(IEnumerable<Uri> addresses)
    {
        foreach (
            Uri address in addresses.Take(
                source.Options.MaxPages + 1 - Math.Min(_waiting.Count, source.Options.MaxPages)
            )
        )
        {
            _waiting.Enqueue(address);
        }
    }

    /// <summary>The site's own pages: those below the folder of its address.</summary>
    private bool IsInScope(Uri address)
    {
        var site = new Uri(FirstAddress);
        string folder = site.AbsolutePath[..(site.AbsolutePath.LastIndexOf('/') + 1)];
        return IsSameHost(address, site) && address.AbsolutePath.StartsWith(folder, StringComparison.Ordinal);
    }

    private static bool IsSameHost(Uri one, Uri other) =>
        one.GetLeftPart(UriPartial.Authority) == other.GetLeftPart(UriPartial.Authority);
}
