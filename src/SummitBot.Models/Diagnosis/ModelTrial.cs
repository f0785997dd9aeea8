using System.Text.Json;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Models;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Models.Chat;

namespace SummitBot.Models.Diagnosis;

/// <summary>Asks a model one question about a built-in passage, in the same way as a user's question.</summary>
internal sealed class ModelTrial(
    ModelDrafter drafter,
    ModelBudget budget,
    ModelConnections models,
    CitationGate gate,
    TimeProvider time
)
{
    private const string Text =
        "The harbour of Grenmouth opened on 4 May 2021. It cost 48 million crowns, twice the first estimate.";

    private const string Asked = "When did the harbour of Grenmouth open?";

    /// <exception cref="ModelUnavailableException">The draft was incomplete.</exception>
    public async Task<TrialResult> RunAsync(ModelConnection model, CancellationToken cancellationToken)
    {
        var question = new ResolvedQuestion(Asked, Asked, LanguageCodes.English, []);
        RetrievedPassage[] passages = [.. Passages()];
        DraftReview review = gate.Review(question, passages);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(models.Options.AnswerSeconds), time);
        long started = time.GetTimestamp();
        bool saysNoAnswer = false;
        await foreach (
            DraftPart part in drafter.DraftAsync(
                model,
                new AnswerRequest(new AnalyzedQuestion(question), passages, MaxSentences: 1),
                new TokenUsageMeter(budget, conversation: null, user: null),
                limit.Token,
                cancellationToken
            )
        )
        {
            if (part is GeneratedSentence sentence)
            {
                review.Check(sentence);
            }

            saysNoAnswer |= part is NoAnswerInPassages;
        }

        DraftDecision decision = review.Conclude().Decision;
        string conclusion = saysNoAnswer
            ? "it finds no answer"
            : JsonNamingPolicy.CamelCase.ConvertName(decision.ToString());
        return new TrialResult(time.GetElapsedTime(started), decision == DraftDecision.Stands, conclusion);
    }

    private static IEnumerable<RetrievedPassage> Passages()
    {
        var article = new Article
        {
            Id = new ArticleId("test"),
            Title = "The harbour of Grenmouth",
            Text = Text,
            Language = LanguageCodes.English,
            Source = "test",
        };
        return new PassageSplitter().Split(article).Select(p => new RetrievedPassage(p, article.Summary, 1));
    }
}

/// <summary>The result of a test question.</summary>
/// <param name="Elapsed">Time until the last word.</param>
/// <param name="IsSupported">True when the gate accepts the draft.</param>
/// <param name="Conclusion">The gate's conclusion, a few words.</param>
internal sealed record TrialResult(TimeSpan Elapsed, bool IsSupported, string Conclusion);
