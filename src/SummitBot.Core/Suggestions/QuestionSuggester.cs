using System.Collections.Concurrent;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Asking;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Core.Suggestions;

/// <summary>
/// Forms questions from sentences and keeps those that <see cref="QuestionAnswerer"/> answers with the same sentence.
/// When a language or an article gives none, it suggests the article's summary. Results are cached until the index
/// changes.
/// </summary>
public sealed class QuestionSuggester(IArticleCatalog catalog, QuestionAnswerer answerer) : IQuestionSuggester
{
    private const int ArticlesTried = 8;
    private const int CandidatesTried = 8;
    private const int KeptPerArticle = 3;

    private readonly ConcurrentDictionary<
        (ArticleId Article, string Language, AccessScope Scope),
        IReadOnlyList<string>
    > _found = new();
    private readonly Lock _gate = new();
    private IReadOnlyList<ArticleSummary>? _articles;

    public Task<IReadOnlyList<string>> SuggestAsync(
        string language,
        int count,
        AccessScope scope,
        CancellationToken cancellationToken
    )
    {
        ArticleSummary[] newest =
        [
            .. catalog.List(scope).OrderByDescending(a => a.Published).ThenBy(a => a.Id).Take(ArticlesTried),
        ];
        return SuggestAboutAsync(newest, language, count, [], scope, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> SuggestAboutAsync(
        IReadOnlyList<ArticleSummary> articles,
        string language,
        int count,
        IReadOnlyList<string> except,
        AccessScope scope,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(articles);
        ForgetOldVersion();
        var byArticle = new List<IReadOnlyList<string>>();
        foreach (ArticleSummary article in articles.Take(ArticlesTried))
        {
            byArticle.Add(await SuggestAboutAsync(article, language, scope, cancellationToken));
        }

        // The first question of each article, then the second of each: mixed for any count.
        return
        [
            .. byArticle
                .SelectMany(questions => questions.Select((question, rank) => (question, rank)))
                .OrderBy(q => q.rank)
                .Select(q => q.question)
                .Except(except, StringComparer.OrdinalIgnoreCase)
                .Take(count),
        ];
    }

    private async Task<IReadOnlyList<string>> SuggestAboutAsync(
        ArticleSummary article,
        string language,
        AccessScope scope,
        CancellationToken cancellationToken
    )
    {
        if (_found.TryGetValue((article.Id, language, scope), out IReadOnlyList<string>? known))
        {
            return known;
        }

        var questions = new List<string>();
        bool isSameLanguage = language == LanguageCodes.English && article.Language == LanguageCodes.English;
        foreach (QuestionCandidate candidate in isSameLanguage ? FindCandidates(article.Id, scope) : [])
        {
            if (
                questions.Count < KeptPerArticle
                && await IsAnsweredAsync(candidate, article.Id, scope, cancellationToken)
            )
            {
                questions.Add(candidate.Text);
            }
        }

        string summary = ChatPhrases.For(language).SummaryQuestionFor(article.Title);
        if (await AnswerAsync(summary, scope, cancellationToken) is { Outcome: AnswerOutcome.Answered })
        {
            questions.Add(summary);
        }

        _found[(article.Id, language, scope)] = questions;
        return questions;
    }

    private IEnumerable<QuestionCandidate> FindCandidates(ArticleId id, AccessScope scope) =>
        catalog.Find(id, scope) is { } article
            ? catalog
                .GetPassages(id, scope)
                .SelectMany((Passage p) => p.Sentences)
                .Distinct()
                .SelectMany(s => QuestionPatterns.FindCandidates(article.Text, s))
                .DistinctBy(c => c.Text, StringComparer.Ordinal)
                .Take(CandidatesTried)
            : [];

    private async Task<bool> IsAnsweredAsync(
        QuestionCandidate candidate,
        ArticleId article,
        AccessScope scope,
        CancellationToken cancellationToken
    ) =>
        await AnswerAsync(candidate.Text, scope, cancellationToken)
            is { Outcome: AnswerOutcome.Answered, Citations: [var first, ..] }
        && first.Article.Id == article
        && first.Range.Start < candidate.Answer.End
        && candidate.Answer.Start < first.Range.End;

    /// <summary>Null for what is no question.</summary>
    private async Task<Answer?> AnswerAsync(string question, AccessScope scope, CancellationToken cancellationToken)
    {
        var asked = new Question(question) { Scope = scope };
        return asked.Problem is null ? await answerer.AnswerExtractivelyAsync(asked, cancellationToken) : null;
    }

    /// <summary>A question made of an article's former text is not asked any more.</summary>
    private void ForgetOldVersion()
    {
        IReadOnlyList<ArticleSummary> articles = catalog.List(AccessScope.Everything);
        lock (_gate)
        {
            if (!ReferenceEquals(_articles, articles))
            {
                _articles = articles;
                _found.Clear();
            }
        }
    }
}
