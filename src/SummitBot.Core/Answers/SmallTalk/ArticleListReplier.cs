using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Lists articles: all, the newest, the oldest, those by an author, and those on a subject.</summary>
public sealed class ArticleListReplier(IArticleCatalog catalog, ArticleLister lister)
{
    private const int MaxListed = 20;
    private const int MaxNews = 5;

    /// <summary>All articles, newest first.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public Answer ListAll(SmallTalkRequest request) => ListNewest(request, MaxListed);

    /// <summary>The newest articles.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public Answer ListLatest(SmallTalkRequest request) => ListNewest(request, MaxNews);

    /// <summary>The articles that were published first; without any date all of them.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public Answer ListOldest(SmallTalkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArticleSummary[] dated = [.. catalog.List(request.Scope).Where(a => a.Published is not null)];
        return dated.Length == 0
            ? ListAll(request)
            : SmallTalkReply.List(
                request.Phrases.OldestArticles(Math.Min(MaxNews, dated.Length), dated.Length),
                [.. dated.OrderBy(a => a.Published).ThenBy(a => a.Id).Take(MaxNews)]
            );
    }

    /// <summary>Null when no author has that name; then it is a question about the articles.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public Answer? ListBy(SmallTalkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] name = Tokenizer.GetStems(request.Subject);
        ArticleSummary[] by =
        [
            .. catalog
                .List(request.Scope)
                .Where(a => a.Author is { } author && Array.TrueForAll(name, Tokenizer.GetStems(author).Contains))
                .OrderByDescending(a => a.Published)
                .ThenBy(a => a.Id),
        ];
        return by.Length == 0
            ? null
            : SmallTalkReply.List(request.Phrases.ArticleList(by.Length), [.. by.Take(MaxListed)]);
    }

    /// <summary>The articles on a subject, best first; a refusal when there are none.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer> ListOnAsync(SmallTalkRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        (IReadOnlyList<ArticleSummary> on, IReadOnlyList<ArticleSummary> near) = await lister.FindAsync(
            request,
            cancellationToken
        );
        string subject = request.Subject;
        return on.Count == 0
                ? SmallTalkReply.Refuse(AnswerKind.ArticleList, request.Phrases.NoArticleOn(subject), near, request)
            : on.Count <= MaxListed ? SmallTalkReply.List(request.Phrases.ArticlesOn(subject), on)
            : SmallTalkReply.List(request.Phrases.BestArticlesOn(subject, MaxListed), [.. on.Take(MaxListed)]);
    }

    private Answer ListNewest(SmallTalkRequest request, int max)
    {
        IReadOnlyList<ArticleSummary> all = catalog.List(request.Scope);
        if (all.Count == 0)
        {
            return SmallTalkReply.Say(request.Phrases.NoArticles) with { Kind = AnswerKind.ArticleList };
        }

        string heading =
            all.Count <= max ? request.Phrases.ArticleList(all.Count) : request.Phrases.NewestArticles(max, all.Count);
        return SmallTalkReply.List(heading, [.. all.OrderByDescending(a => a.Published).ThenBy(a => a.Id).Take(max)]);
    }
}
