using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Answers;

/// <summary>
/// The one door between drafts and people: a drafted sentence goes through when the passage it cites was retrieved for
/// this question, the cited range lies inside that passage, and the sentence is the article's text in that range, word
/// for word. Everything else is dropped, a short answer that lies outside its sentence too. Citations are numbered in order of appearance; equal ranges share a number.
/// </summary>
public static class CitationGate
{
    /// <summary>The sentences that passed, with their citations; both empty when none did.</summary>
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
        var citations = new List<Citation>();
        ShortAnswer? shortAnswer = null;
        foreach (DraftSentence sentence in draft.Sentences)
        {
            if (!retrieved.TryGetValue(sentence.Passage, out RetrievedPassage? source) || !Supports(source, sentence))
            {
                continue;
            }

            Citation citation = CitationFor(source, sentence.Range, citations);
            sentences.Add(new AnswerSentence(sentence.Text, [citation.Number]));
            if (ReferenceEquals(sentence, draft.Sentences[0]))
            {
                shortAnswer = ShortAnswerIn(source, sentence, citation);
            }
        }

        bool isConflicting = draft.IsConflicting && citations.DistinctBy(c => c.Article.Id).Count() > 1;
        return new CheckedDraft(sentences, citations)
        {
            IsConflicting = isConflicting,
            ShortAnswer = isConflicting ? null : shortAnswer,
        };
    }

    private static ShortAnswer? ShortAnswerIn(RetrievedPassage source, DraftSentence sentence, Citation citation) =>
        sentence.ShortAnswer is { Length: > 0 } range && sentence.Range.Contains(range)
            ? new ShortAnswer(source.Passage.TextOf(range), citation.Number, range)
            : null;

    private static bool Supports(RetrievedPassage source, DraftSentence sentence) =>
        sentence.Range.Length > 0
        && source.Passage.Range.Contains(sentence.Range)
        && string.Equals(source.Passage.TextOf(sentence.Range), sentence.Text, StringComparison.Ordinal);

    private static Citation CitationFor(RetrievedPassage source, TextRange range, List<Citation> citations)
    {
        Citation? known = citations.Find(c => c.Article.Id == source.Article.Id && c.Range == range);
        if (known is not null)
        {
            return known;
        }

        var citation = new Citation(
            citations.Count + 1,
            source.Article,
            source.Passage.Id,
            source.Passage.TextOf(range),
            range
        );
        citations.Add(citation);
        return citation;
    }
}
