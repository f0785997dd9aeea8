using SummitBot.Answering.Questions;
using SummitBot.Answering.Recognition;
using SummitBot.Answering.Sentences;
using SummitBot.Core.Passages;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// Looks the answer up in a row of a table: the question names some of its cells, and the header of the cell that it wants.
/// </summary>
internal static class RowAnswer
{
    /// <summary>True when the question names a cell of the row, not its headers alone: those stand in every row.</summary>
    public static bool NamesCell(AnalyzedQuestion question, CandidateSentence row) =>
        row.Row is { } cells && cells.Cells.Any(cell => Names(question, row, cell));

    /// <summary>The cell that is asked for, in the row's own text; null when it is not clear which.</summary>
    public static Span? Find(AnalyzedQuestion question, CandidateSentence row)
    {
        if (row.Row is not { } cells)
        {
            return null;
        }

        TableCell[] open = [.. cells.Cells.Where(cell => !Names(question, row, cell))];
        if (open.Length == cells.Cells.Count)
        {
            return null;
        }

        TableCell[] asked = [.. open.Where(cell => HeaderShare(question, row, cell) > 0)];
        double best = asked.Select(cell => HeaderShare(question, row, cell)).DefaultIfEmpty().Max();
        asked = [.. asked.Where(cell => HeaderShare(question, row, cell) >= best)];
        asked = asked.Length > 0 ? asked : [.. open.Where(cell => FitsType(question, row, cell))];
        asked = asked.Length > 0 || open.Length > 1 ? asked : open;
        return asked is [var only] ? new Span(only.Start, only.Start + only.Value.Length) : null;
    }

    private static bool Names(AnalyzedQuestion question, CandidateSentence row, TableCell cell) =>
        WordsIn(row, cell.Start, cell.Start + cell.Value.Length)
            .Any(word => question.Terms.Any(t => Stands(t, word) && !IsInHeaders(row, t)));

    /// <summary>How much of the header the question says.</summary>
    private static double HeaderShare(AnalyzedQuestion question, CandidateSentence row, TableCell cell)
    {
        Word[] header = [.. WordsIn(row, cell.Start - cell.Header.Length - 2, cell.Start)];
        int asked = header.Count(word =>
            question.Words.Any(w => w.IsFamilyOf(word)) || question.Terms.Any(t => Stands(t, word))
        );
        return header.Length == 0 ? 0 : (double)asked / header.Length;
    }

    private static bool IsInHeaders(CandidateSentence row, QuestionTerm term) =>
        row.Row!.Cells.Any(cell =>
            WordsIn(row, cell.Start - cell.Header.Length - 2, cell.Start).Any(word => word.IsFamilyOf(term.Word))
        );

    private static bool FitsType(AnalyzedQuestion question, CandidateSentence row, TableCell cell) =>
        row.Mentions.Any(m =>
            row.Words[m.First].Start >= cell.Start
            && row.Words[m.Last].End <= cell.Start + cell.Value.Length
            && SentenceFeatureExtractor.FitOf(m, question.Type) >= 1
        );

    private static IEnumerable<Word> WordsIn(CandidateSentence row, int start, int end) =>
        row.Words.Where(w => w.Start >= start && w.End <= end);

    private static bool Stands(QuestionTerm term, Word word) =>
        word.HasDigit
            ? term.Word.Form == word.Form
            : word.IsFamilyOf(term.Word)
                || term.Alternatives.Any(a => a.Stems.Contains(word.Stem, StringComparer.Ordinal));
}
