using SummitBot.Core.Articles;
using SummitBot.Language;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Summarizes an article, or what the articles say on a subject, in quoted and cited sentences.</summary>
public sealed class ArticleSummaryReplier(ArticleFinder finder, ArticleLister lister, ArticleSummarizer summarizer)
{
    private const int MaxArticles = 5;
    private const int DefaultSentences = 3;

    /// <summary>
    /// The summary of the article that is named, otherwise of those on the subject; null for a question, which is
    /// answered from the articles.
    /// </summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer?> SummarizeAsync(SmallTalkRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArticleMatch match = finder.Find(request.Subject, request.Language, request.Scope);
        if (match.Article is { } article)
        {
            return CreateSummary(article, request);
        }

        bool isArticleMeant = ArticleFinder.HasArticleWords(request.Subject, request.Language);
        if (match.IsAmbiguous && (isArticleMeant || match.Near.Count == 0))
        {
            return SmallTalkReply.List(request.Phrases.WhichArticle, match.Near) with
            {
                Outcome = AnswerOutcome.NeedsClarification,
                Kind = AnswerKind.Summary,
            };
        }

        // "Summarise why he came" is a question; it names no article.
        if (LanguageProfiles.For(request.Language).Asks(request.Subject))
        {
            return null;
        }

        (IReadOnlyList<ArticleSummary> on, IReadOnlyList<ArticleSummary> near) = await lister.FindAsync(
            request,
            cancellationToken
        );
        if (on.Count > 0 && !isArticleMeant)
        {
            return CreateSummary(on, request);
        }

        string name = ArticleFinder.WithoutArticleWords(request.Subject, request.Language);
        return Refuse(request.Phrases.UnknownArticle(name), match.Near.Count > 0 ? match.Near : near, request);
    }

    /// <summary>The summary of the articles on a subject; a refusal when there are none.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer> SummarizeTopicAsync(SmallTalkRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        (IReadOnlyList<ArticleSummary> on, IReadOnlyList<ArticleSummary> near) = await lister.FindAsync(
            request,
            cancellationToken
        );
        return on.Count > 0
            ? CreateSummary(on, request)
            : Refuse(request.Phrases.NoArticleOn(request.Subject), near, request);
    }

    /// <summary>
    /// One sentence of each of the best articles on a subject, newest first, after its date and title; more sentences
    /// when there are few articles.
    /// </summary>
    private Answer CreateSummary(IReadOnlyList<ArticleSummary> articles, SmallTalkRequest request)
    {
        ArticleSummary[] newest =
        [
            .. articles.Take(request.MaxSentences ?? MaxArticles).OrderByDescending(a => a.Published).ThenBy(a => a.Id),
        ];
        int fromEach = Math.Max(1, (request.MaxSentences ?? DefaultSentences) / newest.Length);
        CheckedDraft summary = summarizer.Summarize(newest, request, fromEach);
        string text =
            newest.Length == 1
                ? AnswerText.From(summary.Sentences)
                : string.Join('\n', AnswerText.FormatSides(summary.Sentences, summary.Citations));
        return summary.Sentences.Count == 0
            ? Refuse(request.Phrases.NoSummary(request.Subject), newest, request)
            : SmallTalkReply.Quote(
                AnswerKind.Summary,
                $"{request.Phrases.TopicSummary(request.Subject)}\n{text}",
                summary
            );
    }

    private Answer CreateSummary(ArticleSummary article, SmallTalkRequest request)
    {
        CheckedDraft summary = summarizer.Summarize(article, request.MaxSentences ?? DefaultSentences, request.Scope);
        return summary.Sentences.Count == 0
            ? Refuse(request.Phrases.NoSummary(article.Title), [], request)
            : SmallTalkReply.Quote(
                AnswerKind.Summary,
                $"{request.Phrases.Summary(article.Title)}\n{AnswerText.From(summary.Sentences)}",
                summary
            );
    }

    private static Answer Refuse(string text, IEnumerable<ArticleSummary> near, SmallTalkRequest request) =>
        SmallTalkReply.Refuse(AnswerKind.Summary, text, near, request);
}
