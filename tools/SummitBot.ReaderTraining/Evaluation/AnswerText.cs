using System.Text;

namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>Compares short answers as SQuAD's evaluation does: lower case, without punctuation and articles.</summary>
internal static class AnswerText
{
    private static readonly string[] Articles = ["a", "an", "the"];

    /// <summary>
    /// The harmonic mean of the shares of common words, from 0 to 1; for several right answers, the best one.
    /// </summary>
    public static double F1(string answer, IEnumerable<string> right) =>
        right.Select(text => F1(Words(answer), Words(text))).DefaultIfEmpty(0).Max();

    private static double F1(List<string> words, List<string> right)
    {
        if (words.Count == 0 || right.Count == 0)
        {
            return words.Count == right.Count ? 1 : 0;
        }

        var left = new List<string>(right);
        int common = words.Count(left.Remove);
        return 2.0 * common / (words.Count + right.Count);
    }

    private static List<string> Words(string text)
    {
        var plain = new StringBuilder();
        foreach (char c in text)
        {
            plain.Append(char.IsPunctuation(c) || char.IsSymbol(c) ? "" : char.ToLowerInvariant(c).ToString());
        }

        return
        [
            .. plain
                .ToString()
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !Articles.Contains(word, StringComparer.Ordinal)),
        ];
    }
}
