using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>
/// Finds the articles on a subject: those with a passage that, together with the title, has every content word of the
/// subject.
/// </summary>
public sealed class ArticleLister(IPassageRetriever retriever, ITermAnalyzer analyzer)
{
    private readonly SubjectStems _stems = new(analyzer);

    /// <summary>Maximum number of passages examined for one subject.</summary>
    private const int Passages = 200;

    /// <summary>
    /// On: the articles, best first; empty when none has all words of the subject. Near: every article that has some word
    /// of it, best first.
    /// </summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<(IReadOnlyList<ArticleSummary> On, IReadOnlyList<ArticleSummary> Near)> FindAsync(
        SmallTalkRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        (string subject, string language) = (request.Subject, request.Language);
        IReadOnlyList<RetrievedPassage> passages = await retriever.RetrieveAsync(
            new RetrievalQuery(subject, language) { Count = Passages, Scope = request.Scope },
            cancellationToken
        );
        (ArticleSummary Article, int Missing, int MissingInTitle)[] found =
        [
            .. passages.GroupBy(p => p.Article.Id).Select(g => Weigh(g.First().Article, g, subject, language)),
        ];
        ArticleSummary[] on =
        [
            .. found.Where(f => f.Missing == 0).OrderBy(f => f.MissingInTitle).Select(f => f.Article),
        ];
        return (on, [.. found.Select(f => f.Article)]);
    }

    /// <summary>
    /// The number of the subject's words missing from the title, and from title and best passage together.
    /// </summary>
    private (ArticleSummary Article, int Missing, int MissingInTitle) Weigh(
        ArticleSummary article,
        IEnumerable<RetrievedPassage> passages,
        string subject,
        string language
    )
    {
        HashSet<string> title = _stems.In(article.Title, article.Language);
        string[] others = [.. _stems.Content(subject, language, article.Language).Where(w => !title.Contains(w))];
        int missing = passages.Min(p =>
        {
            HashSet<string> stems = _stems.In(p.Passage.Text, article.Language);
            return others.Count(w => !stems.Contains(w));
        });
        return (article, missing, others.Length);
    }
}
