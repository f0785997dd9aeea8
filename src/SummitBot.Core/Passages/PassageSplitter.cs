using SummitBot.Core.Articles;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Passages;

/// <summary>
/// Splits an article into passages: windows of six sentences, starting at every third sentence. Neighbours overlap by
/// half, so an answer near the edge of one window is in the middle of the next. No window crosses a heading.
/// </summary>
public sealed class PassageSplitter
{
    /// <summary>
    /// Changes whenever the same article would be split differently; an index of another version is rebuilt.
    /// </summary>
    public const string Version = "5";

    /// <summary>Sentences in a window.</summary>
    public const int WindowSize = 6;

    /// <summary>Sentences from one window's start to the next one's.</summary>
    public const int Step = 3;

    /// <summary>
    /// The passages in text order, ordinals from 1; empty only when the article consists of headings.
    /// </summary>
    public IReadOnlyList<Passage> Split(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return [.. Enumerate(article)];
    }

    /// <summary>
    /// Like <see cref="Split"/>, one passage at a time: all passages of a large article take twice its memory.
    /// </summary>
    public IEnumerable<Passage> Enumerate(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Windows(article);
    }

    private static IEnumerable<Passage> Windows(Article article)
    {
        int ordinal = 0;
        foreach ((string? heading, List<TextRange> sentences) in SplitIntoSections(article))
        {
            for (int first = 0; first < sentences.Count; first += Step)
            {
                int count = Math.Min(WindowSize, sentences.Count - first);
                List<TextRange> window = sentences.GetRange(first, count);
                var range = new TextRange(window[0].Start, window[^1].End);
                yield return new Passage(new PassageId(article.Id, ++ordinal), range, range.Slice(article.Text), window)
                {
                    Heading = heading,
                    Pages = PagesIn(article, range),
                };
                if (first + count == sentences.Count)
                {
                    break;
                }
            }
        }
    }

    private static IReadOnlyList<PageStart> PagesIn(Article article, TextRange range)
    {
        if (article.Pages.Count == 0)
        {
            return [];
        }

        PageStart first = article.Pages.LastOrDefault(p => p.Start <= range.Start, article.Pages[0]);
        return
        [
            first with
            {
                Start = range.Start,
            },
            .. article.Pages.Where(p => p.Start > range.Start && p.Start < range.End),
        ];
    }

    private static IEnumerable<(string? Heading, List<TextRange> Sentences)> SplitIntoSections(Article article)
    {
        var headings = article.Headings.ToDictionary(h => h.Start);
        string? heading = null;
        var sentences = new List<TextRange>();
        foreach (TextRange line in TextLines.Split(article.Text))
        {
            if (!headings.ContainsKey(line.Start))
            {
                sentences.AddRange(SentenceSplitter.Split(article.Text, line, article.Language));
                continue;
            }

            if (sentences.Count > 0)
            {
                yield return (heading, sentences);
                sentences = [];
            }

            heading = line.Slice(article.Text);
        }

        if (sentences.Count > 0)
        {
            yield return (heading, sentences);
        }
    }
}
