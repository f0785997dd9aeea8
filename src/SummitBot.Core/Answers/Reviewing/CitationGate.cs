using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Groundedness;

namespace SummitBot.Core.Answers.Reviewing;

/// <summary>
/// The one door between drafts and people. A quoting draft goes through <see cref="Check"/>, word for word; a model's
/// draft through <see cref="Review"/>, sentence by sentence.
/// </summary>
public sealed class CitationGate(ClaimChecker checker)
{
    /// <summary>
    /// The sentences whose passage was retrieved for this question, whose range lies inside that passage, and that are
    /// the article's text in that range, word for word. Everything else is dropped, a short answer that lies outside
    /// its sentence too. Citations are numbered in order of appearance; equal ranges share a number.
    /// </summary>
    /// <returns>Sentences and citations; both empty when no sentence passed.</returns>
    public static CheckedDraft Check(AnswerDraft draft, IReadOnlyList<RetrievedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(passages);
        var retrieved = new Dictionary<PassageId, RetrievedPassage>();
        foreach (RetrievedPassage passage in passages)
        {
            retrieved.TryAdd(passage.Passage.Id, passage);
        }

        var sentences = new List<AnswerSentence>();
        var citations = new CitationList();
        ShortAnswer? shortAnswer = null;
        foreach (ExtractedSentence sentence in draft.Sentences)
        {
            if (!retrieved.TryGetValue(sentence.Passage, out RetrievedPassage? source) || !Supports(source, sentence))
            {
                continue;
            }

            Citation citation = citations.GetOrAdd(source, sentence.Range);
            sentences.Add(new AnswerSentence(sentence.Text, [citation.Number]));
            if (ReferenceEquals(sentence, draft.Sentences[0]))
            {
                shortAnswer = ShortAnswerIn(source, sentence, citation);
            }
        }

        IReadOnlyList<Citation> numbered = citations.Current;
        bool isConflicting = draft.IsConflicting && numbered.DistinctBy(c => c.Article.Id).Count() > 1;
        return new CheckedDraft(sentences, numbered)
        {
            IsConflicting = isConflicting,
            ShortAnswer = isConflicting ? null : shortAnswer,
        };
    }

    /// <summary>Opens the review of one model's draft. Not thread-safe; one review a draft.</summary>
    /// <param name="question">What the draft is to answer.</param>
    /// <param name="passages">The passages that the model was given, best first.</param>
    public DraftReview Review(ResolvedQuestion question, IReadOnlyList<RetrievedPassage> passages) =>
        new(checker, question, passages);

    private static ShortAnswer? ShortAnswerIn(RetrievedPassage source, ExtractedSentence sentence, Citation citation) =>
        sentence.ShortAnswer is { Length: > 0 } range && sentence.Range.Contains(range)
            ? new ShortAnswer(source.Passage.GetText(range), citation.Number, range)
            : null;

    private static bool Supports(RetrievedPassage source, ExtractedSentence sentence) =>
        sentence.Range.Length > 0
        && source.Passage.Range.Contains(sentence.Range)
        && string.Equals(source.Passage.GetText(sentence.Range), sentence.Text, StringComparison.Ordinal);
}
