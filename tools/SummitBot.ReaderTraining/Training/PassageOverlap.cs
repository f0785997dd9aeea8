using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining.Training;

/// <summary>Finds the passages that share the rarest tokens with a question, weighted as in BM25 without its lengths.</summary>
internal sealed class PassageOverlap
{
    private readonly ReaderTokenizer _tokenizer;
    private readonly IReadOnlyList<Passage> _passages;
    private readonly Dictionary<int, List<int>> _passagesOfToken = [];

    public PassageOverlap(ReaderTokenizer tokenizer, IReadOnlyList<Passage> passages)
    {
        _tokenizer = tokenizer;
        _passages = passages;
        for (int i = 0; i < passages.Count; i++)
        {
            foreach (
                int token in passages[i].Sentences.Append(passages[i].Title).SelectMany(tokenizer.Tokenize).Distinct()
            )
            {
                if (!_passagesOfToken.TryGetValue(token, out List<int>? holders))
                {
                    _passagesOfToken.Add(token, holders = []);
                }

                holders.Add(i);
            }
        }
    }

    /// <summary>
    /// Best first; fewer than <paramref name="count"/> when fewer share a token. The question's own passage is left
    /// out.
    /// </summary>
    public IReadOnlyList<Passage> Find(Question question, int count)
    {
        var scores = new Dictionary<int, double>();
        foreach (int token in _tokenizer.Tokenize(question.Text).Distinct())
        {
            if (!_passagesOfToken.TryGetValue(token, out List<int>? holders))
            {
                continue;
            }

            double weight = Math.Log((_passages.Count + 1.0) / (holders.Count + 0.5));
            foreach (int holder in holders)
            {
                scores[holder] = scores.GetValueOrDefault(holder) + weight;
            }
        }

        return
        [
            .. scores
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key)
                .Select(pair => _passages[pair.Key])
                .Where(passage => passage != question.Passage)
                .Take(count),
        ];
    }
}
