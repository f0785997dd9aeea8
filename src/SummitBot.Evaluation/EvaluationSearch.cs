using SummitBot.Core.Access;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Evaluation;

/// <summary>
/// Measures the steps before an answer is written: resolving and searching, and the alternatives to them.
/// </summary>
internal sealed class EvaluationSearch(
    EvaluationDataSet set,
    IQuestionResolver resolver,
    IPassageRetriever retriever,
    int historyTurns
)
{
    private const int RankedDocs = 10;

    /// <summary>Several windows of one document count once, so ten documents need more than ten passages.</summary>
    private const int Passages = 50;

    /// <summary>The question's result without its answer.</summary>
    public async Task<QuestionResult> RunAsync(EvaluationQuestion question, CancellationToken cancellationToken)
    {
        ResolvedQuestion resolved = Resolve(question.Text, [.. question.Conversation.TakeLast(historyTurns)]);
        bool isFollowUp = question.Conversation.Count > 0;
        var result = new QuestionResult
        {
            Id = question.Id,
            Question = question.Text,
            Kind = question.Kind,
            IsAnswerable = question.IsAnswerable,
            Gold = question.Answers,
            GoldSentences = question.Sentences,
            Reference = question.Reference,
            DocIds = question.DocIds,
            SourceDocId = question.SourceDocId,
            IsFollowUp = isFollowUp,
            Resolved = resolved.Text == question.Text ? null : resolved.Text,
            ContextWords = [.. resolved.ContextTerms.Select(t => t.Word)],
        };
        if (isFollowUp && question.Rewrite is { } rewrite)
        {
            string searched = $"{resolved.Text} {string.Join(' ', result.ContextWords)}";
            result = result with
            {
                RewriteRecall = Recall(rewrite, searched),
                LastTurnRewriteRecall = Recall(rewrite, question.Text),
            };
        }

        return set.HasGold ? await SearchAsync(question, resolved, result, cancellationToken) : result;
    }

    private async Task<QuestionResult> SearchAsync(
        EvaluationQuestion question,
        ResolvedQuestion resolved,
        QuestionResult result,
        CancellationToken cancellationToken
    )
    {
        QuestionResult searched = result with { RankedDocs = await RankAsync(resolved, cancellationToken) };
        if (!result.IsFollowUp || question.DocIds.Count == 0)
        {
            return searched;
        }

        return searched with
        {
            LastTurnNdcg = await NdcgAsync(question.Text, question.DocIds, cancellationToken),
            RewriteNdcg = question.Rewrite is { } rewrite
                ? await NdcgAsync(rewrite, question.DocIds, cancellationToken)
                : null,
        };
    }

    private ResolvedQuestion Resolve(string question, IReadOnlyList<ConversationTurn> conversation) =>
        resolver.Resolve(question, QuestionLanguage.Detect(question), conversation, AccessScope.Public);

    private async Task<double> NdcgAsync(
        string question,
        IReadOnlyList<string> relevant,
        CancellationToken cancellationToken
    ) => Ranking.NdcgAt(RankedDocs, await RankAsync(Resolve(question, []), cancellationToken), relevant);

    private async Task<IReadOnlyList<string>> RankAsync(ResolvedQuestion question, CancellationToken cancellationToken)
    {
        var query = new RetrievalQuery(question.Text, question.Language)
        {
            Count = Passages,
            ContextTerms = question.ContextTerms,
        };
        IReadOnlyList<RetrievedPassage> passages = await retriever.RetrieveAsync(query, cancellationToken);
        return
        [
            .. passages
                .Select(p => set.GetDocument(p.Passage.Id.Article))
                .Distinct(StringComparer.Ordinal)
                .Take(RankedDocs),
        ];
    }

    /// <summary>Share of the distinct normalised words of <paramref name="wanted"/> that <paramref name="text"/> has.</summary>
    private static double? Recall(string wanted, string text)
    {
        string[] words = [.. SquadText.Tokens(wanted).Distinct(StringComparer.Ordinal)];
        HashSet<string> present = [.. SquadText.Tokens(text)];
        return words.Length == 0 ? null : (double)words.Count(present.Contains) / words.Length;
    }
}
