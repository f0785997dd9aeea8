using Microsoft.Extensions.Options;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Suggestions;
using SummitBot.Hosting;
using SummitBot.Web.Corpus;
using SummitBot.Web.Markup;
using SummitBot.Web.WebChat;

namespace SummitBot.Web.Pages;

public static class PageEndpoints
{
    private const int QuestionsOffered = 3;

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

    private static async Task<IResult> StartAsync(
        HttpContext context,
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
        HttpRequest request = context.Request;
        var texts = StartTexts.For(request.GetTypedHeaders().AcceptLanguage);
        texts.SetHeaders(context.Response);
        string address = options.Value.PublicUrl is { Length: > 0 } url ? url : $"{request.Scheme}://{request.Host}";
        var page = new StartPage(
            texts,
            address.TrimEnd('/'),
            index is null ? null : catalog.CountPassages(AccessScope.Public),
            articles,
            index is null
                ? []
                : await suggester.SuggestAsync(texts.Language, QuestionsOffered, AccessScope.Public, cancellationToken),
            webChat.IsThere
        );
        return page.ToPage().ToResult();
    }
}
