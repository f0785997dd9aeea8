using System.Globalization;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Chat;

/// <summary>The passages that a model was shown for one answer, with their numbers. Thread-safe.</summary>
internal sealed class NumberedPassages
{
    private readonly Lock _gate = new();
    private readonly List<RetrievedPassage> _passages = [];
    private readonly Dictionary<PassageId, int> _numbers = [];

    /// <summary>The text that shows the passages with their numbers; a passage shown before keeps its number.</summary>
    /// <param name="tokens">Maximum number of tokens in the text; passages that do not fit are left out.</param>
    public string Show(IEnumerable<RetrievedPassage> passages, int tokens)
    {
        var lines = new List<string>();
        lock (_gate)
        {
            foreach (RetrievedPassage passage in passages)
            {
                bool isKnown = _numbers.TryGetValue(passage.Passage.Id, out int number);
                string line = FormatLine(passage, isKnown ? number : _passages.Count + 1);
                int cost = ModelTokens.Count(line);
                if (cost > tokens)
                {
                    continue;
                }

                tokens -= cost;
                lines.Add(line);
                if (!isKnown)
                {
                    _passages.Add(passage);
                    _numbers.Add(passage.Passage.Id, _passages.Count);
                }
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>The passage with the number of a mark; null when no such passage was shown.</summary>
    public PassageId? Find(int number)
    {
        lock (_gate)
        {
            return number >= 1 && number <= _passages.Count ? _passages[number - 1].Passage.Id : null;
        }
    }

    /// <summary>The passages shown after the first <paramref name="count"/> ones, in order.</summary>
    public IReadOnlyList<RetrievedPassage> After(int count)
    {
        lock (_gate)
        {
            return [.. _passages.Skip(count)];
        }
    }

    private static string FormatLine(RetrievedPassage passage, int number)
    {
        string date = passage.Article.Published is { } day
            ? string.Create(CultureInfo.InvariantCulture, $" date=\"{day:yyyy-MM-dd}\"")
            : "";
        string title = PromptText.OneLine(passage.Article.Title).Replace('"', '\'');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<passage number=\"{number}\" title=\"{title}\"{date}>{PromptText.OneLine(passage.Passage.Text)}</passage>"
        );
    }
}
