using Microsoft.Extensions.Options;
using SummitBot.Core.Answers.Parts;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Telemetry;
using SummitBot.Language.Dates;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>Finds the passages for a resolved question.</summary>
public sealed class QuestionSearch(
    IPassageRetriever retriever,
    IOptions<AnsweringOptions> options,
    AblationSwitches ablation,
    TimeProvider time
)
{
    private const int RoomForCopies = 4;
    private const double TimeWordWeight = 0.5;

    /// <summary>What the question says of time, and the best passages, near-copies counted once.</summary>
    /// <param name="asOf">Later articles are not used; null uses all.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<FoundPassages> FindAsync(
        ResolvedQuestion question,
        DateOnly? asOf,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        QuestionTime questionTime = ablation.Has(AblationSwitch.Time)
            ? QuestionTimeReader.Read(question.Text, question.Language, asOf ?? Today())
            : QuestionTime.None;
        RetrievalQuery query = CreateQuery(question, questionTime) with
        {
            Count = options.Value.Passages,
            AsOf = asOf,
            Scope = question.Scope,
        };
        using var step = AnswerStep.Start("retrieve");
        IReadOnlyList<RetrievedPassage> passages = await RetrieveAsync(query, cancellationToken);
        step.Span?.SetTag("summitbot.passages", passages.Count);
        return new FoundPassages(questionTime, passages);
    }

    /// <summary>The best passages, near-copies counted once; others take their places.</summary>
    private async Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(RetrievalQuery query, CancellationToken token)
    {
        IReadOnlyList<RetrievedPassage> found = await retriever.RetrieveAsync(query, token);
        if (!ablation.Has(AblationSwitch.NearDuplicates))
        {
            return found;
        }

        IReadOnlyList<RetrievedPassage> kept = NearDuplicateFilter.RemoveDuplicates(found);
        if (kept.Count == found.Count || found.Count < query.Count)
        {
            return kept;
        }

        found = await retriever.RetrieveAsync(query with { Count = query.Count * RoomForCopies }, token);
        return [.. NearDuplicateFilter.RemoveDuplicates(found).Take(query.Count)];
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>
    /// Articles say "yesterday" of another day than the question does: its relative words are not searched for, but the
    /// months and years that they mean are.
    /// </summary>
    private static RetrievalQuery CreateQuery(ResolvedQuestion question, QuestionTime time) =>
        new(time.IsRelative ? time.TimelessText : question.Text, question.Language)
        {
            ContextTerms =
            [
                .. question.ContextTerms,
                .. time.SearchWords.Select(w => new WeightedTerm(w, TimeWordWeight)),
            ],
        };
}
