using Microsoft.SemanticKernel.Data;
using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Models.Chat;

/// <summary>Our index as Semantic Kernel's text search.</summary>
/// <param name="asOf">Later articles are not found; null finds all.</param>
/// <param name="scope">What may be found.</param>
internal sealed class PassageTextSearch(IPassageRetriever retriever, DateOnly? asOf, AccessScope scope)
    : ITextSearch<RetrievedPassage>
{
    public async Task<KernelSearchResults<RetrievedPassage>> GetSearchResultsAsync(
        string query,
        TextSearchOptions<RetrievedPassage>? searchOptions = null,
        CancellationToken cancellationToken = default
    ) => CreateResults(await FindAsync(query, searchOptions, cancellationToken), p => p, searchOptions);

    public async Task<KernelSearchResults<TextSearchResult>> GetTextSearchResultsAsync(
        string query,
        TextSearchOptions<RetrievedPassage>? searchOptions = null,
        CancellationToken cancellationToken = default
    ) =>
        CreateResults(
            await FindAsync(query, searchOptions, cancellationToken),
            p => new TextSearchResult(p.Passage.Text)
            {
                Name = p.Passage.Id.ToString(),
                Link = p.Article.Url?.AbsoluteUri,
            },
            searchOptions
        );

    public async Task<KernelSearchResults<string>> SearchAsync(
        string query,
        TextSearchOptions<RetrievedPassage>? searchOptions = null,
        CancellationToken cancellationToken = default
    ) => CreateResults(await FindAsync(query, searchOptions, cancellationToken), p => p.Passage.Text, searchOptions);

    /// <exception cref="NotSupportedException">A filter was given: it would apply to the best passages only, not to
    /// all.</exception>
    private async Task<IReadOnlyList<RetrievedPassage>> FindAsync(
        string query,
        TextSearchOptions<RetrievedPassage>? options,
        CancellationToken cancellationToken
    )
    {
        options ??= new TextSearchOptions<RetrievedPassage>();
        if (options.Filter is not null)
        {
            throw new NotSupportedException("Passages are filtered by date alone.");
        }

        IReadOnlyList<RetrievedPassage> found = await retriever.RetrieveAsync(
            new RetrievalQuery(query, QuestionLanguage.Detect(query))
            {
                Count = options.Skip + options.Top,
                AsOf = asOf,
                Scope = scope,
            },
            cancellationToken
        );
        return [.. found.Skip(options.Skip)];
    }

    private static KernelSearchResults<T> CreateResults<T>(
        IReadOnlyList<RetrievedPassage> found,
        Func<RetrievedPassage, T> select,
        TextSearchOptions<RetrievedPassage>? options
    ) => new(found.Select(select).ToAsyncEnumerable(), options?.IncludeTotalCount == true ? found.Count : null);
}
