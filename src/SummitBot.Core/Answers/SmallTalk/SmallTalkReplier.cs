using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>
/// Replies to utterances other than questions about the news. Only a summary states facts of an article, and it quotes
/// and cites them as an answer does.
/// </summary>
public sealed class SmallTalkReplier(
    IArticleCatalog catalog,
    ArticleFinder finder,
    ArticleLister lister,
    ArticleSummarizer summarizer
)
{
    private const int MaxListed = 20;
    private const int MaxNews = 5;
    private const int MaxNear = 3;
    private const int SummarySentences = 3;

    /// <summary>The reply; null when the question should be answered from the articles.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    /// <param name="language">The language that the question is likely in, ISO 639-1.</param>
    public async Task<Answer?> ReplyAsync(Question question, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        string asked = question.Text.Trim();
        if (SmallTalkRecognizer.Recognize(asked, language) is not { } recognized)
        {
            return null;
        }

        SmallTalkRequest request = recognized with { Scope = question.Scope };
        var phrases = Phrases.For(request.Language);
        Answer? reply = request.Intent switch
        {
            SmallTalkIntent.Greeting => Say(phrases.Greeting),
            SmallTalkIntent.Thanks => Say(phrases.Thanks),
            SmallTalkIntent.Goodbye => Say(phrases.Goodbye),
            SmallTalkIntent.Identity => Say(phrases.Identity),
            SmallTalkIntent.Help => Say(phrases.Help),
            SmallTalkIntent.ArticleList => ListAll(request, phrases, MaxListed),
            SmallTalkIntent.LatestNews => ListAll(request, phrases, MaxNews),
            SmallTalkIntent.OldestArticles => ListOldest(request, phrases),
            SmallTalkIntent.ArticlesBy => ListBy(request, phrases),
            SmallTalkIntent.Author => await AuthorAsync(request, cancellationToken),
            SmallTalkIntent.ArticlesOn => await ListAsync(request, phrases, cancellationToken),
            SmallTalkIntent.TopicSummary => await SummarizeTopicAsync(
                request,
                phrases,
                question.MaxSentences,
                cancellationToken
            ),
            _ => await SummarizeAsync(request, phrases, question.MaxSentences, cancellationToken),
        };
        return reply is null ? null : reply with { Question = asked, Language = request.Language };
    }

    /// <summary>
    /// The turns that a follow-up may refer to: without greetings and other small talk, and without the replies to
    /// them.
    /// </summary>
    /// <param name="language">The language that the turns are likely in, ISO 639-1.</param>
    public static IEnumerable<ConversationTurn> WithoutSmallTalk(
        IEnumerable<ConversationTurn> conversation,
        string language
    )
    {
        ArgumentNullException.ThrowIfNull(conversation);
        bool isDropping = false;
        foreach (ConversationTurn turn in conversation)
        {
            if (turn.Role == Speaker.User)
            {
                isDropping =
                    SmallTalkRecognizer.Recognize(turn.Text, language) is { Intent: <= SmallTalkIntent.OldestArticles };
            }

            if (!isDropping)
            {
                yield return turn;
            }
        }
    }

    private Answer ListAll(SmallTalkRequest request, Phrases phrases, int max)
    {
        IReadOnlyList<ArticleSummary> all = catalog.List(request.Scope);
        if (all.Count == 0)
        {
            return Say(phrases.NoArticles) with { Kind = AnswerKind.ArticleList };
        }

        string heading = all.Count <= max ? phrases.ArticleList(all.Count) : phrases.NewestArticles(max, all.Count);
        return CreateList(heading, [.. all.OrderByDescending(a => a.Published).ThenBy(a => a.Id).Take(max)]);
    }

    /// <summary>The articles that were published first; without any date all of them.</summary>
    private Answer ListOldest(SmallTalkRequest request, Phrases phrases)
    {
        ArticleSummary[] dated = [.. catalog.List(request.Scope).Where(a => a.Published is not null)];
        return dated.Length == 0
            ? ListAll(request, phrases, MaxListed)
            : CreateList(
                phrases.OldestArticles(Math.Min(MaxNews, dated.Length), dated.Length),
                [.. dated.OrderBy(a => a.Published).ThenBy(a => a.Id).Take(MaxNews)]
            );
    }

    private async Task<Answer> ListAsync(SmallTalkRequest request, Phrases phrases, CancellationToken cancellationToken)
    {
        (IReadOnlyList<ArticleSummary> on, IReadOnlyList<ArticleSummary> near) = await lister.FindAsync(
            request.Subject,
            request.Language,
            request.Scope,
            cancellationToken
        );
        if (on.Count == 0)
        {
            return Refuse(AnswerKind.ArticleList, phrases.NoArticleOn(request.Subject), near, phrases);
        }

        string heading =
            on.Count <= MaxListed
                ? phrases.ArticlesOn(request.Subject)
                : phrases.BestArticlesOn(request.Subject, MaxListed);
        return CreateList(heading, [.. on.Take(MaxListed)]);
    }

    /// <summary>Null when no author has that name; then it is a question about the articles.</summary>
    private Answer? ListBy(SmallTalkRequest request, Phrases phrases)
    {
        string[] name = UtteranceToken.GetForms(request.Subject);
        ArticleSummary[] by =
        [
            .. catalog
                .List(request.Scope)
                .Where(a => a.Author is { } author && Array.TrueForAll(name, UtteranceToken.GetForms(author).Contains))
                .OrderByDescending(a => a.Published)
                .ThenBy(a => a.Id),
        ];
        return by.Length == 0 ? null : CreateList(phrases.ArticleList(by.Length), [.. by.Take(MaxListed)]);
    }

    /// <summary>
    /// Quotes the byline; null when it is unclear which article is meant, or when it names no author.
    /// </summary>
    private async Task<Answer?> AuthorAsync(SmallTalkRequest request, CancellationToken cancellationToken)
    {
        ArticleSummary? article = finder.Find(request.Subject, request.Language, request.Scope).Article;
        if (article is null)
        {
            (IReadOnlyList<ArticleSummary> on, _) = await lister.FindAsync(
                request.Subject,
                request.Language,
                request.Scope,
                cancellationToken
            );
            article = on.Count > 0 ? on[0] : null;
        }

        if (article is null || catalog.GetPassages(article.Id, request.Scope) is not [var first, ..])
        {
            return null;
        }

        TextRange line = first.Sentences[0];
        if (Byline.NameIn(first.GetText(line), article) is not { } name)
        {
            return null;
        }

        var sentence = new ExtractedSentence(first.GetText(line), first.Id, line)
        {
            ShortAnswer = new TextRange(line.Start + name.Start, line.Start + name.End),
        };
        CheckedDraft draft = CitationGate.Check(
            new AnswerDraft([sentence], 1),
            [new RetrievedPassage(first, article, 1)]
        );
        return Say(AnswerText.From(draft.Sentences)) with
        {
            Kind = AnswerKind.Answer,
            Sentences = draft.Sentences,
            Citations = draft.Citations,
            ShortAnswer = draft.ShortAnswer,
        };
    }

    private async Task<Answer?> SummarizeAsync(
        SmallTalkRequest request,
        Phrases phrases,
        int? maxSentences,
        CancellationToken cancellationToken
    )
    {
        ArticleMatch match = finder.Find(request.Subject, request.Language, request.Scope);
        if (match.Article is { } article)
        {
            return CreateSummary(article, request, phrases, maxSentences ?? SummarySentences);
        }

        bool isArticleMeant = ArticleFinder.HasArticleWords(request.Subject, request.Language);
        if (match.IsAmbiguous && (isArticleMeant || match.Near.Count == 0))
        {
            return AskForClarification(match.Near, phrases);
        }

        // "Summarise why he came" is a question; it names no article.
        if (UtteranceToken.Asks(request.Subject, request.Language))
        {
            return null;
        }

        (IReadOnlyList<ArticleSummary> on, IReadOnlyList<ArticleSummary> near) = await lister.FindAsync(
            request.Subject,
            request.Language,
            request.Scope,
            cancellationToken
        );
        if (on.Count > 0 && !isArticleMeant)
        {
            return CreateSummary(on, request, phrases, maxSentences);
        }

        string name = ArticleFinder.WithoutArticleWords(request.Subject, request.Language);
        return Refuse(
            AnswerKind.Summary,
            phrases.UnknownArticle(name),
            match.Near.Count > 0 ? match.Near : near,
            phrases
        );
    }

    private async Task<Answer> SummarizeTopicAsync(
        SmallTalkRequest request,
        Phrases phrases,
        int? maxSentences,
        CancellationToken cancellationToken
    )
    {
        (IReadOnlyList<ArticleSummary> on, IReadOnlyList<ArticleSummary> near) = await lister.FindAsync(
            request.Subject,
            request.Language,
            request.Scope,
            cancellationToken
        );
        return on.Count > 0
            ? CreateSummary(on, request, phrases, maxSentences)
            : Refuse(AnswerKind.Summary, phrases.NoArticleOn(request.Subject), near, phrases);
    }

    /// <summary>
    /// One sentence of each of the best articles on a subject, newest first, after its date and title; more sentences
    /// when there are few articles.
    /// </summary>
    private Answer CreateSummary(
        IReadOnlyList<ArticleSummary> articles,
        SmallTalkRequest request,
        Phrases phrases,
        int? maxSentences
    )
    {
        ArticleSummary[] newest =
        [
            .. articles.Take(maxSentences ?? MaxNews).OrderByDescending(a => a.Published).ThenBy(a => a.Id),
        ];
        int fromEach = Math.Max(1, (maxSentences ?? SummarySentences) / newest.Length);
        CheckedDraft summary = summarizer.Summarize(newest, request, fromEach);
        if (summary.Sentences.Count == 0)
        {
            return Refuse(AnswerKind.Summary, phrases.NoSummary(request.Subject), newest, phrases);
        }

        string text =
            newest.Length == 1
                ? AnswerText.From(summary.Sentences)
                : string.Join('\n', AnswerText.FormatSides(summary.Sentences, summary.Citations));
        return Say($"{phrases.TopicSummary(request.Subject)}\n{text}") with
        {
            Kind = AnswerKind.Summary,
            Sentences = summary.Sentences,
            Citations = summary.Citations,
        };
    }

    private Answer CreateSummary(ArticleSummary article, SmallTalkRequest request, Phrases phrases, int count)
    {
        CheckedDraft summary = summarizer.Summarize(article, count, request.Scope);
        if (summary.Sentences.Count == 0)
        {
            return Refuse(AnswerKind.Summary, phrases.NoSummary(article.Title), [], phrases);
        }

        return Say($"{phrases.Summary(article.Title)}\n{AnswerText.From(summary.Sentences)}") with
        {
            Kind = AnswerKind.Summary,
            Sentences = summary.Sentences,
            Citations = summary.Citations,
        };
    }

    private static Answer AskForClarification(IReadOnlyList<ArticleSummary> near, Phrases phrases) =>
        CreateList(phrases.WhichArticle, near) with
        {
            Outcome = AnswerOutcome.NeedsClarification,
            Kind = AnswerKind.Summary,
        };

    private static Answer Refuse(AnswerKind kind, string text, IEnumerable<ArticleSummary> near, Phrases phrases)
    {
        ArticleSummary[] closest = [.. near.Take(MaxNear)];
        string lead = closest.Length == 0 ? text : $"{text} {phrases.Closest}";
        return CreateList(lead, closest) with { Outcome = AnswerOutcome.NotInCorpus, Kind = kind, Confidence = 0 };
    }

    private static Answer CreateList(string heading, IReadOnlyList<ArticleSummary> articles) =>
        Say(AnswerText.FromList(heading, articles)) with
        {
            Kind = AnswerKind.ArticleList,
            Lead = articles.Count == 0 ? null : heading,
            Closest = articles,
        };

    private static Answer Say(string text) =>
        new()
        {
            Question = "",
            Outcome = AnswerOutcome.Answered,
            Kind = AnswerKind.SmallTalk,
            Confidence = 1,
            Text = text,
            Writer = Answer.ExtractiveWriter,
        };
}
