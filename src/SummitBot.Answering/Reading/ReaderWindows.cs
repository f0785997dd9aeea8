using SummitBot.Core.Articles;
using SummitBot.Core.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Reading;

/// <summary>
/// Arranges a question and retrieved passages as windows, in the layout the model was trained on. Passages overlap;
/// each sentence of an article is read once, with its neighbours.
/// </summary>
internal sealed class ReaderWindows(IReadingModel model)
{
    /// <summary>Tokens of a window, as in training.</summary>
    private const int MaxTokens = 320;

    /// <summary>Two overlapping passages form one window.</summary>
    private const int MaxSentences = 9;

    /// <summary>A longer question is truncated.</summary>
    private const int MaxQuestionTokens = 64;

    /// <summary>A longer title is truncated.</summary>
    private const int MaxTitleTokens = 32;

    /// <summary>The start and the two separators.</summary>
    private const int Marks = 3;

    /// <summary>Characters between a sentence and the next one.</summary>
    private const int WidestGap = 2;

    private const long StartToken = 101;
    private const long Separator = 102;

    /// <summary>
    /// For each wording of the question, puts each sentence of the passages in one window, in the order of the
    /// article's text.
    /// </summary>
    /// <returns>The windows, each with the index of its wording, from 0.</returns>
    public IReadOnlyList<(ReaderWindow Window, int Wording)> Create(
        IReadOnlyList<string> wordings,
        IEnumerable<RetrievedPassage> passages
    )
    {
        int[][] questions = [.. wordings.Select(wording => Tokenize(wording, MaxQuestionTokens))];
        var windows = new List<(ReaderWindow Window, int Wording)>();
        foreach (IGrouping<ArticleId, RetrievedPassage> article in passages.GroupBy(p => p.Article.Id))
        {
            string title = article.First().Article.Title;
            int[] head = title.Length == 0 ? [] : [.. Tokenize(title, MaxTitleTokens), .. model.Tokenize(":").Ids];
            foreach (List<Sentence> run in FindRuns(article))
            {
                foreach (int wording in Enumerable.Range(0, questions.Length).Where(i => wordings[i].Length > 0))
                {
                    int[] question = questions[wording];
                    int room = MaxTokens - Marks - question.Length - head.Length;
                    foreach (List<Sentence> sentences in Split(run, room))
                    {
                        windows.Add((Assemble(article.Key, question, head, sentences, room), wording));
                    }
                }
            }
        }

        return windows;
    }

    private int[] Tokenize(string text, int max) => [.. model.Tokenize(text).Ids.Take(max)];

    /// <summary>The sentences of an article, split where the text between them was not retrieved.</summary>
    private IEnumerable<List<Sentence>> FindRuns(IEnumerable<RetrievedPassage> passages)
    {
        var run = new List<Sentence>();
        foreach (
            (RetrievedPassage passage, TextRange range) in passages
                .SelectMany(p => p.Passage.Sentences.Select(range => (p, range)))
                .DistinctBy(s => s.range)
                .OrderBy(s => s.range.Start)
        )
        {
            if (run.Count > 0 && range.Start - run[^1].Range.End > WidestGap)
            {
                yield return run;
                run = [];
            }

            ReaderTokens tokens = model.Tokenize(passage.Passage.GetText(range));
            if (tokens.Ids.Count > 0)
            {
                run.Add(new Sentence(range, tokens));
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>The smallest number of parts that holds the sentences, of about equal length.</summary>
    private static IEnumerable<List<Sentence>> Split(List<Sentence> run, int room)
    {
        int total = run.Sum(s => Math.Min(s.Tokens.Ids.Count, room));
        int parts = Math.Max(DivideRoundingUp(total, room), DivideRoundingUp(run.Count, MaxSentences));
        int target = DivideRoundingUp(total, parts);
        var part = new List<Sentence>();
        int length = 0;
        foreach (Sentence sentence in run)
        {
            int tokens = Math.Min(sentence.Tokens.Ids.Count, room);
            if (part.Count > 0 && (length >= target || length + tokens > room || part.Count == MaxSentences))
            {
                yield return part;
                (part, length) = ([], 0);
            }

            part.Add(sentence);
            length += tokens;
        }

        yield return part;
    }

    private static int DivideRoundingUp(int number, int by) => (number + by - 1) / by;

    private static ReaderWindow Assemble(
        ArticleId article,
        int[] question,
        int[] head,
        List<Sentence> sentences,
        int room
    )
    {
        List<long> tokens = [StartToken, .. question, Separator];
        var types = Enumerable.Repeat(0L, tokens.Count).ToList();
        tokens.AddRange(head.Select(t => (long)t));
        var numbers = Enumerable.Repeat(0L, tokens.Count).ToList();
        var ranges = Enumerable.Repeat<TextRange?>(null, tokens.Count).ToList();
        for (int i = 0; i < sentences.Count; i++)
        {
            Sentence sentence = sentences[i];
            for (int k = 0; k < Math.Min(sentence.Tokens.Ids.Count, room); k++)
            {
                tokens.Add(sentence.Tokens.Ids[k]);
                numbers.Add(i + 1);
                ranges.Add(GetRange(sentence, k));
            }
        }

        tokens.Add(Separator);
        numbers.Add(0);
        ranges.Add(null);
        types.AddRange(Enumerable.Repeat(1L, tokens.Count - types.Count));
        return new ReaderWindow(tokens, types, numbers, ranges)
        {
            Article = article,
            Sentences = [.. sentences.Select(s => s.Range)],
        };
    }

    private static TextRange? GetRange(Sentence sentence, int token) =>
        sentence.Tokens.Ranges.Count == 0
            ? null
            : new TextRange(
                sentence.Range.Start + sentence.Tokens.Ranges[token].Start,
                sentence.Range.Start + sentence.Tokens.Ranges[token].End
            );

    private sealed record Sentence(TextRange Range, ReaderTokens Tokens);
}
