using Microsoft.Extensions.Options;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Suggestions;
using SummitBot.Hosting;
using SummitBot.Language;
using SummitBot.Web.Corpus;
using SummitBot.Web.Markup;
using SummitBot.Web.WebChat;

namespace SummitBot.Web.Pages;

public static class PageEndpoints
{
    private const int QuestionsOffered = 3;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private static readonly string[] Files = ["start.js", "article.js", "icon.svg"];

    /// <summary>The start page and the files of all pages.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", StartAsync).ExcludeFromDescription();
        foreach (string name in Files)
        {
            var file = ServedAsset.FromEmbedded(name);
            endpoints.MapGet($"/{name}", (HttpContext context) => file.ToResult(context)).ExcludeFromDescription();
        }

        return endpoints;
    }

    /// <summary>Computed once for each index; a visitor waits for it only briefly.</summary>
    private static async Task<IReadOnlyList<string>> SuggestAsync(
        IQuestionSuggester suggester,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            return await suggester.SuggestAsync(
                LanguageCodes.English,
                QuestionsOffered,
                AccessScope.Public,
                limit.Token
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private static async Task<IResult> StartAsync(
        HttpRequest request,
        IndexStatus status,
        IArticleCatalog catalog,
        IQuestionSuggester suggester,
        WebChatScript webChat,
        IOptions<SummitBotOptions> options,
        CancellationToken cancellationToken
    )
    {
        IndexSnapshot? index = status.Current;
        IReadOnlyList<ArticleSummary> articles = index is null ? [] : catalog.List(AccessScope.Public);
        string address = options.Value.PublicUrl is { Length: > 0 } url ? url : $"{request.Scheme}://{request.Host}";
        var page = new StartPage(
            address.TrimEnd('/'),
            index is null ? null : catalog.CountPassages(AccessScope.Public),
            articles,
            index is null ? [] : await SuggestAsync(suggester, cancellationToken),
            webChat.IsThere
        );
        return page.ToPage().ToResult();
    }
}
