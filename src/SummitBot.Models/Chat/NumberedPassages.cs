using System.Globalization;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Chat;

/// <summary>The passages that a model was shown for one answer, and the numbers it knows them by. Thread-safe.</summary>
internal sealed class NumberedPassages
{
    private readonly Lock _gate = new();
    private readonly List<RetrievedPassage> _passages = [];
    private readonly Dictionary<PassageId, int> _numbers = [];

    /// <summary>Gives each passage its number, the old one when it was shown before, and the text to show.</summary>
    /// <param name="tokens">Tokens that the text may have; passages that do not fit are left out.</param>
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

    /// <summary>The passage that a mark names; null when no such passage was shown.</summary>
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
