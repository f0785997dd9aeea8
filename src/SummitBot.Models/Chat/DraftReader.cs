using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SummitBot.Core.Models;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Models.Chat;

/// <summary>
/// Splits a model's text into sentences with the passages that their marks name, each as soon as it is complete: when
/// its line ends, or when another sentence starts after its marks.
/// </summary>
/// <param name="language">ISO 639-1 code of the question.</param>
internal sealed partial class DraftReader(NumberedPassages passages, string language)
{
    private const string ThoughtStart = "<think>";
    private const string ThoughtEnd = "</think>";
    private const string SentenceEnds = ".!?…。！？";
    private const string Closers = "\"'”’»)]";

    /// <summary>
    /// A longer line is treated as ended: no answer needs it, and it would be parsed again with every piece.
    /// </summary>
    private const int MaxLineLength = 4 * SentenceSplitter.MaxSentenceLength;

    /// <summary>Number of characters examined for the end of a sentence.</summary>
    private const int MaxEndLength = 100;

    private readonly StringBuilder _pending = new();
    private bool _hasParts;

    /// <summary>The parts that are complete with this piece of text.</summary>
    public IReadOnlyList<DraftPart> Read(string text)
    {
        _pending.Append(text);
        if (WithoutThoughts(_pending.ToString()) is not { } pending)
        {
            return [];
        }

        var parts = new List<DraftPart>();
        int start = 0;
        for (int end; (end = pending.IndexOf('\n', start)) >= 0; start = end + 1)
        {
            ReadLine(pending[start..end], isComplete: true, parts);
        }

        start += ReadLine(pending[start..], isComplete: pending.Length - start > MaxLineLength, parts);
        _pending.Clear().Append(pending, start, pending.Length - start);
        return parts;
    }

    /// <summary>The rest when the text has ended.</summary>
    /// <param name="isCut">True when the text ended before the model was finished; its last sentence is left
    /// out.</param>
    public IReadOnlyList<DraftPart> End(bool isCut)
    {
        var parts = new List<DraftPart>();
        if (!isCut && WithoutThoughts(_pending.ToString()) is { } pending)
        {
            ReadLine(pending, isComplete: true, parts);
        }

        _pending.Clear();

        return parts;
    }

    /// <summary>Adds the sentences of a line.</summary>
    /// <returns>How much of the line was used; all of a complete one.</returns>
    private int ReadLine(string line, bool isComplete, List<DraftPart> parts)
    {
        var text = new StringBuilder();
        var marks = new List<int>();
        int read = 0;
        int at = 0;
        foreach (Match match in Marks().Matches(line))
        {
            text.Append(line, at, match.Index - at);
            marks.AddRange(NumbersIn(match.Value));
            at = match.Index + match.Length;
            int next = at;
            while (next < line.Length && SentenceEnds.Contains(line[next], StringComparison.Ordinal))
            {
                text.Append(line[next++]);
            }

            bool isAtEnd = line.AsSpan(next).IsWhiteSpace();
            if (isAtEnd && !isComplete)
            {
                break; // more marks may follow
            }

            bool isSentence = next > at || EndsSentence(text);
            at = next;
            if (isSentence || isAtEnd)
            {
                Add(text, marks, parts);
                read = at;
            }
        }

        if (!isComplete)
        {
            return read;
        }

        text.Append(line, at, line.Length - at);
        Add(text, marks, parts);
        return line.Length;
    }

    /// <summary>Marks belong to the last sentence before them; those before it have none.</summary>
    private void Add(StringBuilder text, List<int> marks, List<DraftPart> parts)
    {
        string line = Bullet().Replace(text.ToString(), "").Trim();
        PassageId[] cited = [.. marks.Select(passages.Find).OfType<PassageId>().Distinct()];
        text.Clear();
        marks.Clear();
        if (line.Length == 0)
        {
            return;
        }

        if (line.Contains(Prompts.NoAnswer, StringComparison.OrdinalIgnoreCase))
        {
            if (!_hasParts)
            {
                parts.Add(new NoAnswerInPassages());
                _hasParts = true;
            }

            return;
        }

        TextRange[] sentences = [.. SentenceSplitter.Split(line, new TextRange(0, line.Length), language)];
        for (int i = 0; i < sentences.Length; i++)
        {
            parts.Add(new GeneratedSentence(sentences[i].Slice(line), i == sentences.Length - 1 ? cited : []));
            _hasParts = true;
        }
    }

    private static bool EndsSentence(StringBuilder text)
    {
        int start = Math.Max(0, text.Length - MaxEndLength);
        ReadOnlySpan<char> end = text.ToString(start, text.Length - start).AsSpan().TrimEnd().TrimEnd(Closers);
        return end.Length > 0 && SentenceEnds.Contains(end[^1], StringComparison.Ordinal);
    }

    private static IEnumerable<int> NumbersIn(string mark) =>
        Number().Matches(mark).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture));

    /// <summary>
    /// Removes the reasoning that some models write before the answer; null while it is not finished.
    /// </summary>
    private static string? WithoutThoughts(string text)
    {
        string trimmed = text.TrimStart();
        if (!trimmed.StartsWith(ThoughtStart, StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        int end = trimmed.IndexOf(ThoughtEnd, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : trimmed[(end + ThoughtEnd.Length)..];
    }

    [GeneratedRegex(@"[\[【]\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*[\]】]", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:[-*•]|\d{1,2}[.)])\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();
}
