using SummitBot.Answering.Sentences;
using SummitBot.Answering.ShortAnswers;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Listing;

/// <summary>
/// Collects what answers a question for several things: rows of a table, the items behind a sentence that ends with a
/// colon, or sentences that are built like the best one.
/// </summary>
internal sealed class ListFinder(
    AnalyzedQuestion question,
    Word listed,
    IReadOnlyList<ScoredSentence> ranked,
    IReadOnlyList<RetrievedPassage> passages
)
{
    /// <summary>Sentences that may introduce a list, best first.</summary>
    private const int MaxLeads = 15;

    /// <summary>Share of the question's weight that a table or the sentence before a list must have.</summary>
    private const double MinCoverage = 0.6;

    /// <summary>A line that is so many times longer than the items before it is no item.</summary>
    private const int LongerThanItems = 2;

    /// <summary>Characters; a longer line is a paragraph.</summary>
    private const int MaxItemLength = 160;

    /// <summary>Log odds, according to the reader, from which a sentence answers by itself.</summary>
    private const double SureReading = 1;

    private const double LikelyReading = -3.5;

    /// <summary>Share of the best sentence's verbs and nouns of the question that a similar sentence has.</summary>
    private const double MinSimilar = 0.45;

    /// <summary>The content words of the question, without those that only ask for a list.</summary>
    private readonly QuestionTerm[] _asked =
    [
        .. question.Terms.Where(t =>
            !t.IsContext
            && !question.Profile.QuestionForms.ListPhrases.Any(p =>
                p.Split(' ').Contains(t.Word.Form, StringComparer.Ordinal)
            )
        ),
    ];

    /// <summary>The rows or items, in the order of the text; empty when the passages hold no such list.</summary>
    public IReadOnlyList<CandidateSentence> FindEnumerated()
    {
        IReadOnlyList<CandidateSentence> rows = FindRows();
        return rows.Count > 0 ? rows : FindItems();
    }

    /// <summary>
    /// The best sentence and others of its article that say the same of further things, in the order of the text.
    /// </summary>
    public IReadOnlyList<CandidateSentence> FindSimilar()
    {
        CandidateSentence best = ranked[0].Sentence;
        QuestionTerm[] said =
        [
            .. question.Terms.Where(t => t is { IsContext: false, IsName: false } && best.Has(t) > 0),
        ];
        double total = said.Sum(t => t.Weight);

        // A sentence with "and" mostly names all things itself.
        bool isComplete = best.Words.Any(w => question.Profile.Conjunctions.Contains(w.Form));
        if (best.Row is not null || total <= 0 || isComplete)
        {
            return [best];
        }

        return
        [
            .. ranked
                .Where(s => s.Sentence == best || (IsInSection(s.Sentence, best) && IsSimilar(s)))
                .Select(s => s.Sentence)
                .OrderBy(s => s.Range.Start),
        ];

        bool IsSimilar(ScoredSentence scored)
        {
            double share = said.Sum(t => scored.Sentence.Has(t) > 0 ? t.Weight : 0) / total;
            return scored.Sentence.Row is null
                && !EndsWithColon(scored.Sentence)
                && (
                    scored.Sentence.Reading is { } reading
                        ? reading.LogOdds > SureReading
                            || (
                                share >= MinSimilar
                                && reading.LogOdds > LikelyReading
                                && scored.Sentence.Range.Start > best.Range.Start
                            )
                        : share >= 1
                );
        }
    }

    private static bool IsInSection(CandidateSentence one, CandidateSentence other) =>
        one.Passage.Article.Id == other.Passage.Article.Id
        && one.Passage.Passage.Heading == other.Passage.Passage.Heading;

    /// <summary>The rows of the best table with a header for what is asked: those that the question names, or all.</summary>
    private IReadOnlyList<CandidateSentence> FindRows()
    {
        foreach (
            IGrouping<string, CandidateSentence> table in ranked
                .Select(s => s.Sentence)
                .Where(s => s.Row is not null)
                .GroupBy(GetTableKey, StringComparer.Ordinal)
        )
        {
            CandidateSentence[] rows = [.. table.OrderBy(r => r.Range.Start)];
            QuestionTerm[] open =
            [
                .. _asked.Where(t =>
                    !NumberRecognizer.IsNumber(t.Word, question.Profile) && !RowAnswer.HasHeader(rows[0], t.Word)
                ),
            ];
            int[] named = [.. rows.Select(r => open.Count(t => r.HasFamily(t.Word)))];
            int most = named.Max();
            CandidateSentence[] chosen = [.. rows.Where((_, i) => named[i] == most)];
            QuestionTerm[] missing =
            [
                .. open.Where(t => chosen[0].Title.Has(t) == 0 && (most == 0 || !chosen[0].HasFamily(t.Word))),
            ];
            bool isMeant =
                RowAnswer.HasHeader(rows[0], listed)
                && !Array.Exists(missing, t => t.IsName)
                && missing.Sum(t => t.Weight) <= (1 - MinCoverage) * _asked.Sum(t => t.Weight);
            if (isMeant && chosen.Length > 1)
            {
                return chosen;
            }
        }

        return [];
    }

    private static string GetTableKey(CandidateSentence row) =>
        $"{row.Passage.Article.Id.Value}\n{string.Join('\n', row.Row!.Cells.Select(c => c.Header))}";

    /// <summary>The sentence that introduces the list, and the items below it.</summary>
    private IReadOnlyList<CandidateSentence> FindItems()
    {
        foreach (CandidateSentence lead in ranked.Take(MaxLeads).Select(s => s.Sentence).Where(EndsWithColon))
        {
            QuestionTerm[] missing =
            [
                .. _asked.Where(t => lead.Has(t) == 0 && lead.Title.Has(t) == 0 && lead.Previous?.Has(t) is not > 0),
            ];
            bool isMeant =
                (lead.HasFamily(listed) || lead.Title.HasFamily(listed))
                && !Array.Exists(missing, t => t.IsName)
                && missing.Sum(t => t.Weight) <= (1 - MinCoverage) * _asked.Sum(t => t.Weight);
            if (isMeant && CollectItems(lead) is { Count: > 1 } items)
            {
                return [lead, .. items];
            }
        }

        return [];
    }

    private List<CandidateSentence> CollectItems(CandidateSentence lead)
    {
        var items = new List<CandidateSentence>();
        for (CandidateSentence? at = lead.Next; at is not null && IsLine(at) && !EndsWithColon(at); at = at.Next)
        {
            bool isAlike =
                items.Count == 0
                || (
                    EndsSentence(at) == EndsSentence(items[0])
                    && (items.Count == 1 || at.Text.Length <= LongerThanItems * items.Max(i => i.Text.Length))
                );
            if (!isAlike || at.IsQuestion || at.Text.Length > MaxItemLength)
            {
                break;
            }

            items.Add(at);
        }

        return items;
    }

    /// <summary>True for a sentence that has a line to itself.</summary>
    private bool IsLine(CandidateSentence sentence) =>
        sentence.Previous is { } previous
        && StandsBehindBreak(previous, sentence)
        && (sentence.Next is null || StandsBehindBreak(sentence, sentence.Next));

    private bool StandsBehindBreak(CandidateSentence one, CandidateSentence next)
    {
        var range = new TextRange(one.Range.Start, next.Range.End);
        RetrievedPassage? both = passages.FirstOrDefault(p =>
            p.Article.Id == one.Passage.Article.Id && p.Passage.Range.Contains(range)
        );
        return both is null
            || both.Passage.GetText(new TextRange(one.Range.End, next.Range.Start))
                .Contains('\n', StringComparison.Ordinal);
    }

    private static bool EndsWithColon(CandidateSentence sentence) => sentence.Text.TrimEnd()[^1] is ':' or '：';

    private static bool EndsSentence(CandidateSentence sentence) =>
        sentence.Text.TrimEnd()[^1] is '.' or '!' or '。' or '।';
}
