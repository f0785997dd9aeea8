using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// Looks up the answer in a table row: the question names some of its cells and the header of the wanted cell.
/// </summary>
internal static class RowAnswer
{
    /// <summary>
    /// Minimum number of shared first letters of a header word and a question word: <c>leads</c>, <c>leader</c>.
    /// </summary>
    private const int MinShared = 4;

    /// <summary>
    /// True when the question names a cell of the row, not only headers, which all rows share. A table with one row
    /// describes the subject of its title.
    /// </summary>
    public static bool IsMeant(AnalyzedQuestion question, CandidateSentence row) =>
        row.Row is { } cells
        && (cells.Cells.Any(cell => Names(question, row, cell)) || (IsOnly(row) && IsTitled(question, row)));

    /// <summary>
    /// True when the question names cells of the row and, by the words of its header, one other cell, and all names of
    /// the question are matched.
    /// </summary>
    public static bool IsLookup(AnalyzedQuestion question, CandidateSentence row) =>
        Find(question, row) is not null
        && row.Row!.Cells.Any(cell => HeaderShare(question, row, cell) > 0)
        && !question.Terms.Any(t =>
            (t.IsName || t.Word.HasDigit) && row.Has(t) == 0 && row.Title.Has(t) == 0 && !t.IsContext
        )
        && question.Terms.Count(t =>
            row.Has(t) == 0 && row.Title.Has(t) == 0 && !row.Row.Cells.Any(c => IsInHeader(row, c, t))
        ) <= 1;

    /// <summary>True when a header of the row has the word.</summary>
    public static bool HasHeader(CandidateSentence row, Word word) =>
        row.Row is { } cells && cells.Cells.Any(cell => FindHeader(row, cell).Any(header => IsSameWord(word, header)));

    /// <summary>The cell that is asked for, in the row's text; null when it is ambiguous.</summary>
    public static Span? Find(AnalyzedQuestion question, CandidateSentence row)
    {
        if (row.Row is not { } cells || !IsMeant(question, row))
        {
            return null;
        }

        TableCell[] open = [.. cells.Cells.Where(cell => !Names(question, row, cell))];
        double best = open.Select(cell => HeaderShare(question, row, cell)).DefaultIfEmpty().Max();
        TableCell[] asked = best > 0 ? [.. open.Where(cell => HeaderShare(question, row, cell) >= best)] : [];
        asked = asked.Length > 0 ? asked : [.. open.Where(cell => FitsType(question, row, cell))];

        // The first cell is the subject of the row: "Who leads ...", "Which ...".
        bool isFirst = asked.Length != 1 && open.Length > 0 && open[0] == cells.Cells[0] && best == 0;
        asked = isFirst && question.Type is AnswerType.Person or AnswerType.Place ? [open[0]] : asked;
        return asked is [var only] ? new Span(only.Start, only.Start + only.Value.Length) : null;
    }

    /// <summary>True for the only row of its table among the candidates.</summary>
    private static bool IsOnly(CandidateSentence row)
    {
        string start = row.Row!.Cells[0].Header + ": ";
        return row.Passage.Passage.Sentences.Count(s =>
                row.Passage.Passage.GetText(s).StartsWith(start, StringComparison.Ordinal)
            ) == 1;
    }

    private static bool IsTitled(AnalyzedQuestion question, CandidateSentence row) =>
        question.Terms.Any(t => t.IsName) && question.Terms.Where(t => t.IsName).All(t => row.Title.Has(t) > 0);

    private static bool Names(AnalyzedQuestion question, CandidateSentence row, TableCell cell) =>
        WordsIn(row, cell.Start, cell.Start + cell.Value.Length)
            .Any(word => question.Terms.Any(t => Matches(t, word) && !IsInHeaders(row, t)));

    /// <summary>The share of the header's words that the question has.</summary>
    private static double HeaderShare(AnalyzedQuestion question, CandidateSentence row, TableCell cell)
    {
        Word[] header = [.. FindHeader(row, cell)];
        int asked = header.Count(word =>
            question.Words.Any(w => IsSameWord(w, word)) || question.Terms.Any(t => Matches(t, word))
        );
        return header.Length == 0 ? 0 : (double)asked / header.Length;
    }

    private static bool IsInHeaders(CandidateSentence row, QuestionTerm term) =>
        row.Row!.Cells.Any(cell => IsInHeader(row, cell, term));

    private static bool IsInHeader(CandidateSentence row, TableCell cell, QuestionTerm term) =>
        FindHeader(row, cell).Any(word => IsSameWord(term.Word, word) || Matches(term, word));

    private static IEnumerable<Word> FindHeader(CandidateSentence row, TableCell cell) =>
        WordsIn(row, cell.Start - cell.Header.Length - 2, cell.Start);

    private static bool IsSameWord(Word one, Word other)
    {
        int shared = one.Form.AsSpan().CommonPrefixLength(other.Form);
        return one.IsInSameFamily(other)
            || (shared >= MinShared && 5 * shared >= 3 * Math.Min(one.Form.Length, other.Form.Length));
    }

    private static bool FitsType(AnalyzedQuestion question, CandidateSentence row, TableCell cell) =>
        row.Mentions.Any(m =>
            row.Words[m.First].Start >= cell.Start
            && row.Words[m.Last].End <= cell.Start + cell.Value.Length
            && SentenceFeatureExtractor.GetFit(m, question.Type) >= 1
        );

    private static IEnumerable<Word> WordsIn(CandidateSentence row, int start, int end) =>
        row.Words.Where(w => w.Start >= start && w.End <= end);

    private static bool Matches(QuestionTerm term, Word word) =>
        word.HasDigit
            ? term.Word.Form == word.Form
            : word.IsInSameFamily(term.Word)
                || term.Alternatives.Any(a => a.Stems.Contains(word.Stem, StringComparer.Ordinal));
}
