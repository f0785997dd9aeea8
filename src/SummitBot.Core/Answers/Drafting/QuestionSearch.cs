using Microsoft.Extensions.Options;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Telemetry;
using SummitBot.Language.Dates;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>Analyzes a resolved question and finds the passages for it.</summary>
public sealed class QuestionSearch(
    QuestionAnalyzer analyzer,
    IPassageRetriever retriever,
    ITermStatistics statistics,
    IOptions<AnsweringOptions> options,
    TimeProvider time
)
{
    private const int RoomForCopies = 4;
    private const double TimeWordWeight = 0.5;

    private readonly ArticleLanguages _languages = new(statistics);

    /// <summary>The best passages, near-copies counted once; none for a string that is no question.</summary>
    /// <param name="asOf">Later articles are not used; null uses all.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<FoundPassages> FindAsync(
        ResolvedQuestion question,
        DateOnly? asOf,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        AnalyzedQuestion analyzed = analyzer.Analyze(question, asOf ?? Today());
        if (QuestionText.IsSigns(question.Asked))
        {
            return new FoundPassages(analyzed, []);
        }

        RetrievalQuery query = CreateQuery(analyzed) with
        {
            Count = options.Value.Passages,
            AsOf = asOf,
            Scope = question.Scope,
        };
        using var step = AnswerStep.Start("retrieve");
        IReadOnlyList<RetrievedPassage> passages = await RetrieveAsync(query, cancellationToken);
        step.Span?.SetTag("summitbot.passages", passages.Count);
        return new FoundPassages(analyzed, passages) { OtherLanguage = _languages.FindOther(question, passages) };
    }

    /// <summary>The best passages without near duplicates; the next best ones take their places.</summary>
    private async Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(RetrievalQuery query, CancellationToken token)
    {
        IReadOnlyList<RetrievedPassage> found = await retriever.RetrieveAsync(query, token);
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
    /// "Yesterday" in an article means another day than in the question, so relative time words are not searched for;
    /// the months and years that they refer to are.
    /// </summary>
    private static RetrievalQuery CreateQuery(AnalyzedQuestion question)
    {
        QuestionTime time = question.Time;
        string text = time.IsRelative ? time.TimelessText : question.Text;
        AnalyzedQuestion? searched = new[] { question, question.Timeless }.FirstOrDefault(q => q.Text == text);
        return new RetrievalQuery(text, question.Language)
        {
            Terms = searched?.Tokens,
            ContextTerms =
            [
                .. question.Resolved.ContextTerms,
                .. time.SearchWords.Select(w => new WeightedTerm(w, TimeWordWeight)),
            ],
        };
    }
}

/// <summary>What was found for a question.</summary>
/// <param name="Question">The question as it was searched for.</param>
/// <param name="Passages">The best first; empty when nothing in the corpus speaks to the question.</param>
public sealed record FoundPassages(AnalyzedQuestion Question, IReadOnlyList<RetrievedPassage> Passages)
{
    /// <summary>ISO 639-1 code of the articles when they are in another language than the question; otherwise null.</summary>
    public string? OtherLanguage { get; init; }
}
