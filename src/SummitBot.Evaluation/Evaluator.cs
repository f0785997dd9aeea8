using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Corpus;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;

namespace SummitBot.Evaluation;

/// <summary>
/// The use case: asks every question of a data set as a user would and measures the results. The index must contain the
/// data set's corpus.
/// </summary>
/// <remarks>
/// The answerer must have <see cref="AnsweringOptions.MinConfidence"/> 0, so that drafts below the threshold are
/// visible; the shipped threshold is applied to them here, by the rule of <see cref="QuestionAnswerer"/>.
/// </remarks>
public sealed class Evaluator(
    QuestionAnswerer answerer,
    IQuestionResolver resolver,
    IPassageRetriever retriever,
    IArticleCatalog catalog,
    IOptions<AnsweringOptions> options
)
{
    /// <param name="shipped">What users get at which confidence.</param>
    /// <param name="explain">Keep how each draft came about, in <see cref="QuestionResult.Trace"/>.</param>
    /// <param name="progress">Gets the number of questions done.</param>
    /// <returns>Results in the order of the questions, the same on every run but for the times.</returns>
    /// <exception cref="IndexUnavailableException">There is no readable index.</exception>
    public async Task<DataSetResult> EvaluateAsync(
        EvaluationDataSet set,
        ShippedThresholds shipped,
        bool explain,
        IProgress<int>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(set);
        if (options.Value.MinConfidence > 0)
        {
            throw new InvalidOperationException(
                $"{AnsweringOptions.Section}:MinConfidence must be 0 for an evaluation, so that every draft is seen."
            );
        }

        var search = new EvaluationSearch(set, resolver, retriever, options.Value.HistoryTurns);
        var grading = new AnswerGrading(set, catalog, shipped);
        if (set.HasGold)
        {
            // The first answer loads data once, which should not count in any question's time.
            await answerer.AnswerAsync(CreateQuestion(set.Questions[0], explain), cancellationToken);
        }

        var results = new QuestionResult[set.Questions.Count];
        int done = 0;
        await Parallel.ForAsync(
            0,
            results.Length,
            cancellationToken,
            async (i, token) =>
            {
                EvaluationQuestion question = set.Questions[i];
                QuestionResult result = await search.RunAsync(question, token);
                results[i] = set.HasGold
                    ? grading.Grade(result, await answerer.AnswerAsync(CreateQuestion(question, explain), token))
                    : result;
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return DataSetResult.Create(set.Name, results);
    }

    private static Question CreateQuestion(EvaluationQuestion question, bool explain) =>
        new(question.Text) { Conversation = question.Conversation, Explain = explain };
}

/// <summary>The confidence thresholds, 0 to 1, that decide what users get.</summary>
/// <param name="Answer">Minimum for showing a draft as an answer.</param>
/// <param name="Offer">Minimum for offering passages that may answer instead.</param>
public readonly record struct ShippedThresholds(double Answer, double Offer);
