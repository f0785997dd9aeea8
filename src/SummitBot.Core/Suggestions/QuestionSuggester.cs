using System.Collections.Concurrent;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Asking;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Suggestions;

/// <summary>
/// Forms questions from sentences and keeps those that <see cref="QuestionAnswerer"/> surely answers with the same sentence.
/// Where a language or an article gives too few, it suggests the article's summary. What was found is kept until the index
/// changes.
/// </summary>
public sealed class QuestionSuggester(IArticleCatalog catalog, QuestionAnswerer answerer, TimeProvider time)
    : IQuestionSuggester,
        IDisposable
{
    private const int ArticlesTried = 32;
    private const int ArticlesWaitedFor = 8;
    private const int TopicsTried = 3;
    private const int CandidatesFormed = 40;
    private const int CandidatesTried = 8;
    private const int KeptPerTopic = 3;
    private const int MaxKeptSearches = 10_000;

    /// <summary>Quotations this close to each other have the same questions near them, in characters.</summary>
    private const int Neighbourhood = 1_000;

    /// <summary>For an answer without a short answer that could be compared.</summary>
    private const double SureConfidence = 0.5;

    private static readonly TimeSpan QuestionTimeLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WaitAtStart = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WaitForFirst = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WaitAfterAnswer = TimeSpan.FromSeconds(0.5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly CancellationTokenSource _disposing = new();
    private readonly ConcurrentDictionary<Topic, Search> _searches = new();
    private readonly Lock _gate = new();
    private IReadOnlyList<ArticleSummary>? _articles;

    public async Task<IReadOnlyList<string>> SuggestAsync(
        string language,
        int count,
        AccessScope scope,
        CancellationToken cancellationToken
    )
    {
        ForgetOldVersion();
        Topic[] newest =
        [
            .. catalog
                .List(scope)
                .OrderByDescending(a => a.Published)
                .ThenBy(a => a.Id)
                .Take(ArticlesTried)
                .Select(a => new Topic(a.Id, a.Title, a.Language, null, language, scope)),
        ];
        Search[] searches = [.. newest.Select(Find)];
        _ = Task.Run(() => RunAllAsync(searches), CancellationToken.None);
        await WaitAsync(UntilEnoughAsync(searches, count), WaitAtStart, cancellationToken);
        if (!Array.Exists(searches, s => s.HasFound))
        {
            // A host that has just started is slow, and a greeting without any question is of little use.
            await WaitAsync(UntilEnoughAsync(searches, 1), WaitForFirst, cancellationToken);
        }

        IEnumerable<Found> found = searches.SelectMany(s => s.Questions).OrderBy(f => f.Candidate.HasName ? 0 : 1);
        return Choose(found, searches, count, []);
    }

    public async Task<IReadOnlyList<string>> SuggestAboutAsync(
        IReadOnlyList<SuggestionTopic> topics,
        string language,
        int count,
        IReadOnlyList<string> except,
        AccessScope scope,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(topics);
        ForgetOldVersion();
        Search[] searches =
        [
            .. topics
                .Take(TopicsTried)
                .Select(t => new Topic(
                    t.Article.Id,
                    t.Article.Title,
                    t.Article.Language,
                    t.Quoted?.Start / Neighbourhood,
                    language,
                    scope
                ))
                .Distinct()
                .Select(Find),
        ];
        var run = Task.Run(() => RunAllAsync(searches), CancellationToken.None);
        await WaitAsync(run, WaitAfterAnswer, cancellationToken);
        // Until the text nearby is searched, questions about the whole articles.
        Search[] all = [.. searches, .. searches.Select(s => Find(s.Topic with { Near = null })).Except(searches)];
        IEnumerable<Found> unquoted = all.SelectMany(s => s.Questions)
            .Where(f => !topics.Any(t => t.Article.Id == f.Article && IsOverlapping(t.Quoted, f.Candidate.Answer)));
        return Choose(unquoted, all, count, except);
    }

    public void Dispose()
    {
        _disposing.Cancel();
        // The current question uses what is disposed next.
        _oneAtATime.Wait(QuestionTimeLimit, CancellationToken.None);
        _disposing.Dispose();
        _oneAtATime.Dispose();
    }

    /// <summary>The first ones, but of as many kinds and articles as possible; summaries when there are too few.</summary>
    private static IReadOnlyList<string> Choose(
        IEnumerable<Found> found,
        IEnumerable<Search> searches,
        int count,
        IReadOnlyList<string> except
    )
    {
        List<Found> left =
        [
            .. found
                .DistinctBy(f => f.Candidate.Text, StringComparer.OrdinalIgnoreCase)
                .Where(f => !except.Contains(f.Candidate.Text, StringComparer.OrdinalIgnoreCase)),
        ];
        var chosen = new List<Found>();
        while (chosen.Count < count && left.Count > 0)
        {
            Found next = left.MinBy(f =>
                chosen.Count(c => c.Candidate.Kind == f.Candidate.Kind) + chosen.Count(c => c.Article == f.Article)
            )!;
            chosen.Add(next);
            left.Remove(next);
        }

        return
        [
            .. chosen
                .Select(f => f.Candidate.Text)
                .Concat(
                    searches.Select(s => s.Summary).OfType<string>().Except(except, StringComparer.OrdinalIgnoreCase)
                )
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(count),
        ];
    }

    private Search Find(Topic topic) => _searches.GetOrAdd(topic, static t => new Search(t));

    private static async Task UntilEnoughAsync(Search[] searches, int count)
    {
        foreach (Search search in searches.Take(ArticlesWaitedFor))
        {
            await search.Completion.Task;
            if (searches.Count(s => s.HasFound) >= count)
            {
                return;
            }
        }
    }

    /// <summary>Runs those that have not run yet, one after the other.</summary>
    private async Task RunAllAsync(IEnumerable<Search> searches)
    {
        foreach (Search search in searches.Where(s => !s.Completion.Task.IsCompleted))
        {
            await _oneAtATime.WaitAsync(_disposing.Token);
            try
            {
                if (!search.Completion.Task.IsCompleted)
                {
                    await RunAsync(search, _disposing.Token);
                }
            }
            catch (Exception)
            {
                // The index changed or the host stops: later calls try again. Answers do not depend on suggestions.
                _searches.TryRemove(search.Topic, out _);
            }
            finally
            {
                search.Completion.TrySetResult();
                _oneAtATime.Release();
            }
        }
    }

    private async Task RunAsync(Search search, CancellationToken cancellationToken)
    {
        Topic topic = search.Topic;
        foreach (QuestionCandidate candidate in topic.HasPatterns ? FindCandidates(topic) : [])
        {
            if (await IsAnsweredAsync(candidate, topic, cancellationToken))
            {
                search.Questions.Enqueue(new Found(topic.Article, candidate));
                if (search.Questions.Count == KeptPerTopic)
                {
                    return;
                }
            }
        }

        string summary = ChatPhrases.For(topic.Language).SummaryQuestionFor(topic.Title);
        if (await AnswerAsync(summary, topic.Scope, cancellationToken) is { Outcome: AnswerOutcome.Answered })
        {
            search.Summary = summary;
        }
    }

    /// <summary>Near a quotation the nearest first; in a whole article those that name something, of different kinds.</summary>
    private IEnumerable<QuestionCandidate> FindCandidates(Topic topic)
    {
        if (catalog.Find(topic.Article, topic.Scope) is not { } article)
        {
            return [];
        }

        IEnumerable<TextRange> sentences = catalog
            .GetPassages(topic.Article, topic.Scope)
            .SelectMany((Passage p) => p.Sentences)
            .Distinct();
        if (topic.Near is { } near)
        {
            sentences = sentences.OrderBy(s => Math.Abs(s.Start - (near * Neighbourhood) - (Neighbourhood / 2)));
        }

        IEnumerable<QuestionCandidate> candidates = sentences
            .SelectMany(s => QuestionPatterns.FindCandidates(article.Text, s))
            .DistinctBy(c => c.Text, StringComparer.Ordinal)
            .Take(topic.Near is null ? CandidatesFormed : CandidatesTried);
        return topic.Near is null
            ? candidates
                .GroupBy(c => c.Kind, StringComparer.Ordinal)
                .SelectMany(kind => kind.OrderBy(c => c.HasName ? 0 : 1).Select((c, rank) => (c, rank)))
                .OrderBy(c => c.c.HasName ? 0 : 1)
                .ThenBy(c => c.rank)
                .Select(c => c.c)
                .Take(CandidatesTried)
            : candidates;
    }

    private async Task<bool> IsAnsweredAsync(
        QuestionCandidate candidate,
        Topic topic,
        CancellationToken cancellationToken
    ) =>
        await AnswerAsync(candidate.Text, topic.Scope, cancellationToken)
            is { Outcome: AnswerOutcome.Answered, IsConflicting: false, Citations: [var first, ..] } answer
        && first.Article.Id == topic.Article
        && IsOverlapping(first.Range, candidate.Answer)
        && (
            answer.ShortAnswer is { } said
                ? candidate.Expected.Contains(said.Text, StringComparison.OrdinalIgnoreCase)
                    || said.Text.Contains(candidate.Expected, StringComparison.OrdinalIgnoreCase)
                : answer.Confidence >= SureConfidence
        );

    /// <summary>Null for what is no question.</summary>
    private async Task<Answer?> AnswerAsync(string question, AccessScope scope, CancellationToken cancellationToken)
    {
        var asked = new Question(question) { Scope = scope };
        return asked.Problem is null ? await answerer.AnswerExtractivelyAsync(asked, cancellationToken) : null;
    }

    private static bool IsOverlapping(TextRange? one, TextRange other) =>
        one is { } range && range.Start < other.End && other.Start < range.End;

    /// <summary>Waits for the search, but not longer than this.</summary>
    private async Task WaitAsync(Task search, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(search, Task.Delay(limit, time, timer.Token));
        await timer.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>A question made of an article's former text is not asked any more.</summary>
    private void ForgetOldVersion()
    {
        IReadOnlyList<ArticleSummary> articles = catalog.List(AccessScope.Everything);
        lock (_gate)
        {
            if (!ReferenceEquals(_articles, articles) || _searches.Count > MaxKeptSearches)
            {
                _articles = articles;
                _searches.Clear();
            }
        }
    }

    /// <param name="Near">The part of the text to look at first, in units of <see cref="Neighbourhood"/>; null for all of it.</param>
    private sealed record Topic(
        ArticleId Article,
        string Title,
        string ArticleLanguage,
        int? Near,
        string Language,
        AccessScope Scope
    )
    {
        public bool HasPatterns => Language == LanguageCodes.English && ArticleLanguage == LanguageCodes.English;
    }

    private sealed record Found(ArticleId Article, QuestionCandidate Candidate);

    /// <summary>What has been found about a topic so far.</summary>
    private sealed class Search(Topic topic)
    {
        public Topic Topic => topic;

        public ConcurrentQueue<Found> Questions { get; } = new();

        public string? Summary { get; set; }

        /// <summary>True when it gave a question, or the best that its language can give.</summary>
        public bool HasFound => !Questions.IsEmpty || (!Topic.HasPatterns && Summary is not null);

        public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
