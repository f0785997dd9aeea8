using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Conversations;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Reviews;
using SummitBot.Language.Tokens;
using SummitBot.Web.Corpus;
using SummitBot.Web.Pages;

namespace SummitBot.Web.Admin;

/// <summary>Operators read questions and conversations, mark answers as wrong, and take the marks as evaluation questions.</summary>
internal static class ReviewEndpoints
{
    private const int CandidatesShown = 8;
    private const int PassagesSearched = 30;

    /// <param name="admin">The group of the pages for operators.</param>
    public static void MapReview(this RouteGroupBuilder admin)
    {
        admin.MapGet("/questions", ListAsync);
        admin.MapGet("/turns/{number:long}", ShowAsync);
        admin.MapPost("/turns/{number:long}/correct", CorrectAsync);
        admin.MapPost("/turns/{number:long}/undo", UndoAsync);
        admin.MapGet("/evaluation.jsonl", ExportAsync);
    }

    private static async Task<IResult> ListAsync(
        IReviewStore reviews,
        HttpContext context,
        [AsParameters] QuestionsQuery query,
        CancellationToken cancellationToken
    )
    {
        var texts = AdminTexts.For(context.Request);
        var page = new QuestionsPage(texts, query, await reviews.FindAsync(query.ToFilter(), cancellationToken));
        return AdminMarkup.CreatePage(texts, context, texts.Questions, page.ToBody()).ToResult();
    }

    private static Task<IResult> ShowAsync(
        long number,
        ReviewServices services,
        HttpContext context,
        [FromQuery] string? q,
        CancellationToken cancellationToken
    ) => RenderAsync(number, services, context, q, problem: null, cancellationToken);

    private static async Task<IResult> RenderAsync(
        long number,
        ReviewServices services,
        HttpContext context,
        string? words,
        Func<AdminTexts, string>? problem,
        CancellationToken cancellationToken
    )
    {
        var texts = AdminTexts.For(context.Request);
        IReadOnlyList<ReviewedTurn> turns = await services.Reviews.ReadConversationAsync(
            number,
            ConversationPage.TurnsAround,
            cancellationToken
        );
        if (turns.FirstOrDefault(t => t.Number == number) is not { } chosen)
        {
            return AdminMarkup
                .CreatePage(texts, context, texts.Gone, Markup.Html.Empty)
                .ToResult(StatusCodes.Status404NotFound);
        }

        string searched = ArticleSearch.Trim(words ?? chosen.Turn.Answer.Question);
        var page = new ConversationPage(
            texts,
            turns,
            number,
            await services.FindCandidatesAsync(chosen.Turn, searched, cancellationToken)
        )
        {
            Words = searched,
            Problem = problem?.Invoke(texts),
        };
        return AdminMarkup
            .CreatePage(texts, context, texts.Conversation, page.ToBody())
            .ToResult(problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> CorrectAsync(
        long number,
        ReviewServices services,
        HttpContext context,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (!context.Request.HasFormContentType)
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        IFormCollection form = await context.Request.ReadFormAsync(cancellationToken);
        string id = form[ConversationPage.ArticleField].ToString();
        string answer = form[ConversationPage.AnswerField].ToString().Trim();
        if (!form.ContainsKey(ConversationPage.ArticleField) || answer.Length > ConversationPage.MaxAnswerLength)
        {
            return await RenderAsync(number, services, context, null, t => t.ChooseArticle, cancellationToken);
        }

        Article? article = services.FindArticle(id);
        if (id.Length > 0 && article is null)
        {
            return await RenderAsync(number, services, context, null, t => t.ChooseArticle, cancellationToken);
        }

        if (article is null || answer.Length == 0)
        {
            answer = "";
        }
        else if (!WhiteSpace.Unite(article.Text).Contains(WhiteSpace.Unite(answer), StringComparison.OrdinalIgnoreCase))
        {
            return await RenderAsync(number, services, context, null, t => t.WordsNotThere, cancellationToken);
        }

        var correction = new Correction(article?.Id.Value, answer.Length == 0 ? null : answer, time.GetUtcNow());
        return await services.Reviews.CorrectAsync(number, correction, cancellationToken)
            ? TypedResults.LocalRedirect(ConversationPage.GetAddress(number))
            : await RenderAsync(number, services, context, null, problem: null, cancellationToken);
    }

    private static async Task<IResult> UndoAsync(long number, IReviewStore reviews, CancellationToken cancellationToken)
    {
        await reviews.UndoCorrectionAsync(number, cancellationToken);
        return TypedResults.LocalRedirect(ConversationPage.GetAddress(number));
    }

    private static async Task<IResult> ExportAsync(
        IReviewStore reviews,
        IOptions<AnsweringOptions> options,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<CorrectedTurn> corrected = await reviews.ListCorrectedAsync(
            options.Value.HistoryTurns,
            cancellationToken
        );
        return TypedResults.File(
            Encoding.UTF8.GetBytes(EvaluationExport.ToJsonLines(corrected)),
            $"{MediaTypeNames.Application.Json}; charset=utf-8",
            "evaluation.jsonl"
        );
    }

    /// <summary>What a conversation's page is made of.</summary>
    internal sealed class ReviewServices(
        IReviewStore reviews,
        IArticleCatalog catalog,
        IPassageRetriever retriever,
        IndexStatus status
    )
    {
        public IReviewStore Reviews => reviews;

        /// <summary>Null for what is no article of the index.</summary>
        public Article? FindArticle(string id) =>
            status.Current is not null && ArticleId.IsValid(id)
                ? catalog.Find(new ArticleId(id), AccessScope.Everything)
                : null;

        /// <summary>The articles that speak of the words, then those that the answer cites or names; empty without an index.</summary>
        public async Task<IReadOnlyList<ArticleSummary>> FindCandidatesAsync(
            AnsweredTurn turn,
            string words,
            CancellationToken cancellationToken
        )
        {
            if (status.Current is null)
            {
                return [];
            }

            IReadOnlyList<RetrievedPassage> found = await ArticleSearch.FindAsync(
                retriever,
                words,
                PassagesSearched,
                AccessScope.Everything,
                cancellationToken
            );
            var named = turn
                .Answer.Citations.Select(c => c.ArticleId)
                .Concat(turn.Answer.Closest.Select(c => c.ArticleId))
                .ToHashSet(StringComparer.Ordinal);
            return
            [
                .. found
                    .Select(p => p.Article)
                    .DistinctBy(a => a.Id)
                    .Take(CandidatesShown)
                    .Concat(catalog.List(AccessScope.Everything).Where(a => named.Contains(a.Id.Value)))
                    .DistinctBy(a => a.Id),
            ];
        }
    }
}
