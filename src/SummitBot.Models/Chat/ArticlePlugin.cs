using System.ComponentModel;
using System.Globalization;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Data;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Chat;

/// <summary>
/// The functions that a model may call: find, read and list articles. Their results get numbers that the model can
/// cite.
/// </summary>
/// <param name="search">Finds nothing published after <paramref name="asOf"/>.</param>
internal sealed class ArticlePlugin(
    ITextSearch<RetrievedPassage> search,
    IArticleCatalog catalog,
    NumberedPassages shown,
    int tokens,
    DateOnly? asOf,
    AccessScope scope
)
{
    public const string Name = "articles";

    private const int MaxFound = 10;
    private const int MaxListed = 50;

    [KernelFunction("search_articles")]
    [Description("Finds passages of the articles by words. Gives numbered passages, best first.")]
    public async Task<string> SearchAsync(
        [Description("Words to look for, in the articles' language.")] string query,
        [Description("How many passages at most, 1 to 10.")] int count = 5,
        CancellationToken cancellationToken = default
    )
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return "Give words to look for.";
        }

        var options = new TextSearchOptions<RetrievedPassage> { Top = Math.Clamp(count, 1, MaxFound) };
        KernelSearchResults<RetrievedPassage> found = await search.GetSearchResultsAsync(
            query,
            options,
            cancellationToken
        );
        return Shown(await found.Results.ToListAsync(cancellationToken), "Nothing found.");
    }

    [KernelFunction("read_article")]
    [Description("Gives the numbered passages of one article, from its beginning.")]
    public string Read([Description("The article's id, as list_articles names it.")] string id)
    {
        Article? article = ArticleId.IsValid(id) ? catalog.Find(new ArticleId(id), scope) : null;
        if (article is null || !IsInTime(article.Summary))
        {
            return "There is no article of this id.";
        }

        IReadOnlyList<Passage> passages = catalog.GetPassages(article.Id, scope);
        return Shown([.. passages.Select(p => new RetrievedPassage(p, article.Summary, 1))], "It has no passages.");
    }

    [KernelFunction("list_articles")]
    [Description("Names the newest articles: id, date and title.")]
    public string List() =>
        string.Join(
            '\n',
            catalog
                .List(scope)
                .Where(IsInTime)
                .OrderByDescending(a => a.Published)
                .Take(MaxListed)
                .Select(a =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{a.Id} | {a.Published:yyyy-MM-dd} | {PromptText.OneLine(a.Title)}"
                    )
                )
        );

    private bool IsInTime(ArticleSummary article) =>
        asOf is null || article.Published is null || article.Published <= asOf;

    private string Shown(IReadOnlyList<RetrievedPassage> passages, string otherwise) =>
        shown.Show(passages, tokens) is { Length: > 0 } text ? text : otherwise;
}
